// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lat.enlace.model.DispatchKind;

/// What a campaign came to, for machines and for people.
final class Reports {
  private static final double NANOS = 1e9;

  private Reports() {}

  /// One JSON object.
  static String json(Campaign.Outcome outcome) {
    Coverage seen = outcome.coverage();
    String violations =
        outcome.failures().stream()
            .map(failure ->
                "{\"seed\":%d,\"invariant\":\"%s\",\"step\":%d}"
                    .formatted(failure.seed(), failure.invariant(), failure.step()))
            .collect(Collectors.joining(","));
    return String.format(
        Locale.ROOT,
        "{\"ok\":%b,\"seeds\":%d,\"virtualSeconds\":%d,\"realSeconds\":%.3f,\"dispatches\":%d,"
            + "\"faults\":%d,\"transitions\":{\"seen\":%d,\"total\":%d},"
            + "\"gaps\":{\"crashed\":%d,\"total\":%d},\"unseen\":[%s],\"violations\":[%s]}%n",
        outcome.ok(),
        outcome.seeds(),
        outcome.virtual().toSeconds(),
        seconds(outcome.real()),
        seen.dispatches(),
        seen.faultsInAll(),
        seen.moves().size(),
        new StateTables().moves().size(),
        seen.gapsCrashed(),
        seen.gaps(),
        unseen(seen).stream().map(name -> '"' + name + '"').collect(Collectors.joining(",")),
        violations);
  }

  static String json(Mutants.Outcome outcome) {
    String missed =
        outcome.missed().stream().map(name -> '"' + name + '"').collect(Collectors.joining(","));
    return String.format(
        Locale.ROOT,
        "{\"planted\":%d,\"caught\":%d,\"missed\":[%s],\"void\":%b}%n",
        outcome.planted(),
        outcome.caught(),
        missed,
        !outcome.unplanted().isEmpty());
  }

  static String text(Mutants.Outcome outcome) {
    if (!outcome.unplanted().isEmpty()) {
      return "void: without any fault the simulation shows " + outcome.unplanted() + "\n";
    }
    return String.format(
        Locale.ROOT,
        "%d faults planted, %d caught, missed: %s%n",
        outcome.planted(),
        outcome.caught(),
        outcome.missed().isEmpty() ? "none" : String.join(", ", outcome.missed()));
  }

  /// What became of one fault.
  static String line(Mutant mutant, String shown) {
    return mutant.name() + " (" + mutant.breaks() + "): " + (shown.isEmpty() ? "MISSED" : shown);
  }

  /// Kinds, lies, faults and moves that no seed saw.
  static List<String> unseen(Coverage seen) {
    List<String> all = new ArrayList<>();
    EnumSet.complementOf(copy(seen.taken(), DispatchKind.class)).stream()
        .filter(kind -> !Families.NOT_YET.contains(kind.code()))
        .forEach(kind -> all.add("kind " + kind.code()));
    EnumSet.complementOf(copy(seen.told(), Lie.class)).forEach(lie -> all.add("lie " + lie));
    EnumSet.complementOf(copy(seen.faults().keySet(), Fault.class))
        .forEach(fault -> all.add("fault " + fault));
    new TreeSet<>(new StateTables().moves())
        .stream()
            .filter(move -> !seen.moves().contains(move))
            .forEach(move -> all.add("move " + move));
    return all;
  }

  private static <E extends Enum<E>> EnumSet<E> copy(Set<E> some, Class<E> type) {
    EnumSet<E> all = EnumSet.noneOf(type);
    all.addAll(some);
    return all;
  }

  private static double seconds(Duration time) {
    return time.toNanos() / NANOS;
  }

  /// For people.
  static String text(Campaign.Outcome outcome) {
    Coverage seen = outcome.coverage();
    StringBuilder text = new StringBuilder();
    text.append(outcome.ok() ? "every invariant held" : "an invariant did not hold").append('\n');
    outcome.failures().forEach(failure -> text.append(line(failure)).append('\n'));
    text.append(
        String.format(
            Locale.ROOT,
            "%d seeds, %d steps, %d dispatches, %d faults%n%d days in %.1f s, %.0f times real time%n",
            outcome.seeds(),
            seen.steps(),
            seen.dispatches(),
            seen.faultsInAll(),
            outcome.virtual().toDays(),
            seconds(outcome.real()),
            seconds(outcome.virtual()) / seconds(outcome.real())));
    text.append(seen.moves().size())
        .append(" of ")
        .append(new StateTables().moves().size())
        .append(" moves of state machines seen\n");
    unseen(seen).forEach(name -> text.append("  not seen: ").append(name).append('\n'));
    text.append(seen.gapsCrashed())
        .append(" of ")
        .append(seen.gaps())
        .append(" gaps between two calls to ports had a crash\n");
    return text.toString();
  }

  /// A failure, and how to replay it.
  static String line(Campaign.Failure failure) {
    return "seed %d, step %d: %s (replay: enlace simulate --from %d --seeds 1 --trace)"
        .formatted(failure.seed(), failure.step(), failure.seen(), failure.seed());
  }
}
