// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import lat.enlace.demo.DemoState;
import tools.jackson.databind.json.JsonMapper;

/// Invented people, each with a name unlike the others'. No such person exists.
final class People {
  private static final String[] BEGIN = {
    "bar", "cel", "dom", "fer", "gus", "hil", "jor", "lam", "mon", "nec", "pir", "quel", "rod",
    "sab", "tul", "ver", "yan", "zor"
  };
  private static final String[] END = {
    "ando", "elio", "imar", "ocho", "urza", "esto", "ibal", "onda", "alca", "eque", "iño", "ubre"
  };
  private static final int NAMES = 3;
  private static final int DAYS = 28;
  private static final int MONTHS = 12;

  private final List<Person> known = new ArrayList<>();
  private final List<Person> guarded = new ArrayList<>();

  /// One of them.
  record Person(String name, String birthDate) {
    /// As the API takes him.
    Map<String, Object> entity() {
      return Map.of(
          "schema",
          "Person",
          "properties",
          Map.of("name", List.of(name), "birthDate", List.of(birthDate)));
    }
  }

  /// So many that a node knows, some of whom it protects.
  People(int known, int guarded, RandomGenerator random) {
    for (int i = 0; i < known; i++) {
      this.known.add(anybody(random));
    }
    this.guarded.addAll(this.known.subList(0, guarded));
    this.known.subList(0, guarded).clear();
  }

  /// Somebody new.
  static Person anybody(RandomGenerator random) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < NAMES; i++) {
      String part =
          BEGIN[random.nextInt(BEGIN.length)]
              + BEGIN[random.nextInt(BEGIN.length)]
              + END[random.nextInt(END.length)];
      name.append(i == 0 ? "" : " ")
          .append(part.substring(0, 1).toUpperCase(Locale.ROOT))
          .append(part.substring(1));
    }
    String born =
        String.format(
            Locale.ROOT,
            "%d-%02d-%02d",
            random.nextInt(1950, 2000),
            random.nextInt(1, MONTHS + 1),
            random.nextInt(1, DAYS + 1));
    return new Person(name.toString(), born);
  }

  Person known(RandomGenerator random) {
    return known.get(random.nextInt(known.size()));
  }

  Person guarded(RandomGenerator random) {
    return guarded.get(random.nextInt(guarded.size()));
  }

  /// All, as a file of case subjects of `state`.
  String subjects(DemoState state) {
    StringBuilder lines = new StringBuilder();
    List<Person> all = new ArrayList<>(guarded);
    all.addAll(known);
    for (int i = 0; i < all.size(); i++) {
      lines.append(
          line(
              all.get(i),
              state.key() + "-t-" + i,
              Map.of(
                  "case",
                  "2026-" + state.code() + "-T" + i,
                  "offence",
                  "0601",
                  "category",
                  "suspect-committed",
                  "stage",
                  "charged")));
    }
    return lines.toString();
  }

  /// Those whom it protects, as a file.
  String sealed(DemoState state) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < guarded.size(); i++) {
      lines.append(line(guarded.get(i), state.key() + "-tp-" + i, Map.of()));
    }
    return lines.toString();
  }

  private static String line(Person person, String id, Map<String, Object> more) {
    Map<String, Object> fields = new java.util.LinkedHashMap<>(person.entity());
    fields.put("id", id);
    fields.putAll(more);
    return JsonMapper.shared().writeValueAsString(fields) + "\n";
  }
}
