// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lat.enlace.matching.algo1.block.PartDictionary;
import lat.enlace.matching.algo1.block.Postings;
import lat.enlace.matching.algo1.block.Tally;
import lat.enlace.matching.algo1.name.Name;
import lat.enlace.matching.algo1.name.NameKind;
import lat.enlace.matching.algo1.name.Part;
import lat.enlace.matching.algo1.name.PartComparison;

/// Finds the few records worth comparing: widens each part of the probe's names over the
/// dictionary, gathers who bears them, rarest part first, and keeps the records with most evidence.
/// Not thread-safe; its owner locks.
final class CandidateFinder {
  /// Records compared in full.
  static final int MOST_COMPARED = 120;

  // Of those with one part in common; they hit only by a birth date, a name of one part or a part
  // run together.
  private static final int MOST_SINGLE = 24;

  // Parts less alike than this do not count as the same in a name, so they need not be found.
  private static final double LEAST_LIKENESS = 0.72;

  // Bearers read before common parts are only checked against those found already.
  private static final int BUDGET = 60_000;
  private static final int MOST_PARTS = 160;
  private static final double WHOLE = 0.9;

  private final PartDictionary dictionary = new PartDictionary();
  private final Map<String, Postings> numbers = new HashMap<>();
  private final PartComparison parts = new PartComparison();
  private final BitSet severalParts = new BitSet();
  private int records;

  void add(Subject subject, int record) {
    records++;
    severalParts.set(record, isPersonOfSeveralParts(subject));
    partsOf(subject).values().forEach(part -> dictionary.add(part, record));
    for (String key : numberKeys(subject)) {
      numbers.computeIfAbsent(key, k -> new Postings()).put(record);
    }
  }

  void remove(Subject subject, int record) {
    records--;
    partsOf(subject).values().forEach(part -> dictionary.remove(part, record));
    for (String key : numberKeys(subject)) {
      Postings postings = numbers.get(key);
      if (postings != null) {
        postings.take(record);
        if (postings.size() == 0) {
          numbers.remove(key);
        }
      }
    }
  }

  private static boolean isPersonOfSeveralParts(Subject subject) {
    return subject.names().keySet().equals(Set.of(NameKind.PERSON))
        && subject.names().values().stream()
            .flatMap(List::stream)
            .allMatch(label -> label.name().parts().size() > 1);
  }

  private static Map<String, Part> partsOf(Subject subject) {
    Map<String, Part> found = new LinkedHashMap<>();
    subject.names().values().stream()
        .flatMap(List::stream)
        .forEach(label -> {
          label.name().parts().forEach(part -> found.putIfAbsent(part.text(), part));
          label.name().acronym().ifPresent(part -> found.putIfAbsent(part.text(), part));
        });
    return found;
  }

  private static Set<String> numberKeys(Subject subject) {
    Set<String> keys = new HashSet<>();
    for (Subject.Numbered number : subject.numbers()) {
      keys.add(number.kind() + ":" + number.folded());
      if (number.kind() == NumberKind.DOCUMENT) {
        keys.add(number.kind() + ":" + number.folded().replaceAll("^[A-Z]{1,3}(?=\\d)", ""));
      }
    }
    return keys;
  }

  /// Record numbers, most evidence first.
  List<Integer> find(Subject probe) {
    Tally total = new Tally();
    for (Spread spread : spreads(probe)) {
      count(spread, total);
    }
    List<Integer> byNumber = new ArrayList<>();
    for (String key : numberKeys(probe)) {
      Postings postings = numbers.get(key);
      for (int i = 0; postings != null && i < Math.min(postings.size(), MOST_COMPARED); i++) {
        byNumber.add(postings.at(i));
      }
    }
    return best(total, onlyNamesOfSeveralParts(probe), byNumber);
  }

  // One part in common never makes a hit on a person where the probe has several and nothing else;
  // a birth date may lift it.
  private static boolean onlyNamesOfSeveralParts(Subject probe) {
    boolean several =
        probe.names().getOrDefault(NameKind.PERSON, List.of()).stream()
            .allMatch(label -> label.name().parts().size() > 1);
    return several && probe.dates().isEmpty();
  }

  /// A part of the probe and the held parts near it.
  ///
  /// @param parts how many parts of a name it stands for: words run together stand for two
  private record Spread(List<PartDictionary.Near> near, int parts) {
    long bearers() {
      return near.stream().mapToLong(n -> n.entry().postings().size()).sum();
    }
  }

  // Those with the fewest bearers first.
  private List<Spread> spreads(Subject probe) {
    Map<String, Part> wanted = new LinkedHashMap<>();
    Set<String> whole = new LinkedHashSet<>();
    probe.names().values().stream()
        .flatMap(List::stream)
        .map(Subject.Label::name)
        .forEach(name -> {
          addParts(name, wanted);
          parts.joined(name).forEach(pair -> whole.add(pair.text()));
          name.acronym().ifPresent(part -> whole.add(part.text()));
        });
    List<Spread> all = new ArrayList<>();
    for (Part part : wanted.values().stream().limit(MOST_PARTS).toList()) {
      all.add(
          new Spread(dictionary.near(part, LEAST_LIKENESS, held -> parts.likeness(part, held)), 1));
      whole.addAll(parts.pieces(part));
    }
    for (String text : whole) {
      dictionary
          .exact(text)
          .filter(entry -> !wanted.containsKey(text))
          .ifPresent(
              entry -> all.add(new Spread(List.of(new PartDictionary.Near(entry, WHOLE)), 2)));
    }
    all.sort(Comparator.comparingLong(Spread::bearers));
    return all;
  }

  private static void addParts(Name name, Map<String, Part> wanted) {
    for (Part part : name.parts()) {
      if (part.role() != Part.Role.INITIAL || name.parts().size() == 1) {
        wanted.putIfAbsent(part.text(), part);
      }
    }
  }

  private void count(Spread spread, Tally total) {
    Tally ofPart = new Tally();
    boolean common = total.size() > 0 && spread.bearers() > BUDGET;
    for (PartDictionary.Near part : spread.near()) {
      Postings postings = part.entry().postings();
      float weight = (float) (rarity(postings) * part.likeness() * part.entry().part().weight());
      if (common) {
        total.forEach((record, sum, times) -> {
          if (postings.contains(record)) {
            ofPart.raise(record, weight);
          }
        });
      } else {
        for (int i = 0; i < Math.min(postings.size(), BUDGET); i++) {
          ofPart.raise(postings.at(i), weight);
        }
      }
    }
    ofPart.forEach((record, sum, times) -> total.add(record, sum, spread.parts()));
  }

  private double rarity(Postings postings) {
    return 1 + Math.log((1.0 + records) / (1.0 + postings.size()));
  }

  private List<Integer> best(Tally total, boolean onlyNames, List<Integer> byNumber) {
    List<Found> several = new ArrayList<>();
    List<Found> single = new ArrayList<>();
    total.forEach((record, sum, times) -> {
      if (times > 1) {
        several.add(new Found(record, sum));
      } else if (!onlyNames || !severalParts.get(record)) {
        single.add(new Found(record, sum));
      }
    });
    Set<Integer> result = new LinkedHashSet<>(byNumber);
    several.stream().sorted().limit(MOST_COMPARED).forEach(f -> result.add(f.record()));
    single.stream().sorted().limit(MOST_SINGLE).forEach(f -> result.add(f.record()));
    return List.copyOf(result);
  }

  /// A record and the evidence for it; most evidence first.
  private record Found(int record, float sum) implements Comparable<Found> {
    @Override
    public int compareTo(Found other) {
      int bySum = Float.compare(other.sum, sum);
      return bySum != 0 ? bySum : Integer.compare(record, other.record);
    }
  }
}
