// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.testkit.exchange.Federation;
import lat.enlace.testkit.exchange.SimulatedClock;
import lat.enlace.testkit.exchange.TestKeys;
import lat.enlace.testkit.exchange.TestNode;

/// The keys of five states and what they signed: the same for every seed, for growing keys and
/// signing agreements would take most of the time. Whatever is signed during a run, the run signs.
final class Cast {
  static final List<String> STATES = List.of("CO", "VE", "EC", "BR", "PE");

  private static final LocalDate FIRST =
      LocalDate.ofInstant(Federation.START, java.time.ZoneOffset.UTC);

  private final Map<String, TestNode> models = new HashMap<>();
  private final List<Pair> pairs = new ArrayList<>();

  /// Two states and what they signed, oldest first.
  ///
  /// @param main under which they exchange
  /// @param young which enters into force, is reviewed and ends during the run
  record Pair(String one, String other, List<SignedInstrument> main, List<SignedInstrument> young) {
    Pair {
      main = List.copyOf(main);
      young = List.copyOf(young);
    }

    boolean binds(String state) {
      return one.equals(state) || other.equals(state);
    }
  }

  /// Grows the keys and signs.
  Cast() {
    SimulatedClock.World time = new SimulatedClock.World(Federation.START);
    for (String state : STATES) {
      models.put(state, new TestNode(state, time, 1));
    }
    pair("co-ve", "CO", "VE", 3);
    pair("co-ec", "CO", "EC", 4);
    pair("co-br", "CO", "BR", 5);
    pair("co-ec", "CO", "PE", 2);
    pair("co-ec", "BR", "PE", 6);
  }

  TestKeys keys(String state) {
    return new TestKeys(model(state).keys());
  }

  private TestNode model(String state) {
    return Objects.requireNonNull(models.get(state));
  }

  List<Pair> pairs() {
    return List.copyOf(pairs);
  }

  private void pair(String template, String one, String other, int days) {
    List<SignedInstrument> main =
        List.of(
            signed(template, one, other, Cast::open),
            signed(template, one, other, text -> open(text).replace("version: 1", "version: 2")));
    LocalDate on = FIRST.plusDays(days);
    List<SignedInstrument> young =
        List.of(
            signed(template, one, other, text -> young(text, on, on.plusDays(4))),
            signed(
                template,
                one,
                other,
                text -> young(text, on, on.plusDays(8)).replace("version: 1", "version: 2")));
    pairs.add(new Pair(one, other, main, young));
  }

  /// Requests are open from the first day.
  private static String open(String text) {
    return text.replace("initial: hit-no-hit", "initial: information");
  }

  private static String young(String text, LocalDate on, LocalDate review) {
    return text.replaceFirst("-2026-cooperation", World.YOUNG)
        .replace("on: ${in-force.on}", "on: " + on + "\n  until: " + on.plusDays(11))
        .replace("${review.by}", review.toString())
        .replace("afterwards: contact", "afterwards: floor")
        .replace("initial: hit-no-hit", "initial: contact");
  }

  private SignedInstrument signed(
      String template, String one, String other, java.util.function.UnaryOperator<String> change) {
    return Federation.signed(
        template,
        model(one),
        model(other),
        text -> change.apply(shortLived(renamed(text, template, one, other))));
  }

  /// What is kept is erased within the run, and a flood meets its quota.
  private static String shortLived(String text) {
    return text.replace("days: 1095", "days: 9")
        .replace("days: 365", "days: 5")
        .replaceAll("quota-per-day: \\d+", "quota-per-day: 8");
  }

  /// The text of two states made that of two others.
  private static String renamed(String text, String template, String one, String other) {
    String first = template.substring(0, 2);
    String second = template.substring(3);
    String renamed = replaced(replaced(text, second, "zz"), first, "yy");
    renamed = renamed.replaceAll("open: \\[[A-Z, ]*\\]", "open: [GF, GY, SR]");
    return replaced(
        replaced(renamed, "yy", one.toLowerCase(Locale.ROOT)),
        "zz",
        other.toLowerCase(Locale.ROOT));
  }

  private static String replaced(String text, String from, String to) {
    return text.replaceAll("\\b" + from + "(?=[-.])", to)
        .replaceAll("(?<=-)" + from + "\\b", to)
        .replaceAll("\\b" + from.toUpperCase(Locale.ROOT) + "\\b", to.toUpperCase(Locale.ROOT));
  }
}
