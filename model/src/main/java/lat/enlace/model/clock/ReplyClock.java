// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lat.enlace.model.Coded;

/// The clock of one thing owed. It is a value: both ends compute it from times that both hold
/// signed, and cannot come to different ends (docs/spec/clocks.md).
///
/// @param calendar of the state that owes
/// @param start when the side that owes received what is to be answered
/// @param pauses in any order; they may overlap
/// @param met when what was owed was received: none yet, or one
public record ReplyClock(
    Term term, WorkCalendar calendar, Instant start, List<Pause> pauses, List<Instant> met) {
  /// How it stands.
  public enum State implements Coded {
    /// It runs.
    RUNNING("running"),
    /// It stands still, for a reason.
    PAUSED("paused"),
    /// What was owed came in time.
    MET("met"),
    /// The time was over before it came, or is over; it is owed still or came late.
    BREACHED("breached");

    private final String code;

    State(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /// Copies and orders.
  public ReplyClock {
    pauses = pauses.stream().sorted(Comparator.comparing(Pause::from)).toList();
    met = List.copyOf(met);
    if (met.size() > 1) {
      throw new IllegalArgumentException("what is owed is met once");
    }
  }

  /// A clock that begins to run.
  public static ReplyClock from(Term term, WorkCalendar calendar, Instant start) {
    return new ReplyClock(term, calendar, start, List.of(), List.of());
  }

  /// The same with what was owed.
  public ReplyClock met(Instant at) {
    return new ReplyClock(term, calendar, start, pauses, List.of(at));
  }

  /// The same with these pauses.
  public ReplyClock pausedBy(List<Pause> all) {
    return new ReplyClock(term, calendar, start, all, met);
  }

  /// When the time is over, as far as is known: empty while it stands still before its end.
  public Optional<Instant> due() {
    return switch (term) {
      case Term.Elapsed(Duration length) -> afterElapsed(length);
      case Term.WorkingDays(int days) -> afterWorkingDays(days);
    };
  }

  /// How it stands at {@code now}.
  public State at(Instant now) {
    Instant seen = met.isEmpty() ? now : met.getFirst();
    boolean over = due().filter(seen::isAfter).isPresent();
    if (over) {
      return State.BREACHED;
    }
    if (!met.isEmpty()) {
      return State.MET;
    }
    return pauses.stream().anyMatch(pause -> holds(pause, now)) ? State.PAUSED : State.RUNNING;
  }

  /// Why it stands still at {@code now}, if it does.
  public Optional<Pause> pause(Instant now) {
    return at(now) == State.PAUSED
        ? pauses.stream().filter(pause -> holds(pause, now)).findFirst()
        : Optional.empty();
  }

  private static boolean holds(Pause pause, Instant now) {
    return !pause.from().isAfter(now) && pause.until().stream().allMatch(now::isBefore);
  }

  private Optional<Instant> afterElapsed(Duration length) {
    Instant runs = start;
    Duration left = length;
    for (Pause pause : pauses) {
      Duration ran = Duration.between(runs, pause.from());
      if (ran.compareTo(left) >= 0) {
        return Optional.of(runs.plus(left));
      }
      if (ran.isPositive()) {
        left = left.minus(ran);
      }
      if (pause.lasts()) {
        return Optional.empty();
      }
      Instant end = pause.until().getFirst();
      runs = end.isAfter(runs) ? end : runs;
    }
    return Optional.of(runs.plus(left));
  }

  /// A day on any part of which the clock stood still does not count, in favour of who owes.
  private Optional<Instant> afterWorkingDays(int days) {
    LocalDate last = day(start);
    int counted = 0;
    while (counted < days) {
      LocalDate next = last.plusDays(1);
      if (pauses.stream().anyMatch(pause -> pause.lasts() && !day(pause.from()).isAfter(next))) {
        return Optional.empty();
      }
      last = next;
      if (calendar.works(next) && pauses.stream().noneMatch(pause -> touches(pause, next))) {
        counted++;
      }
    }
    return Optional.of(last.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
  }

  private boolean touches(Pause pause, LocalDate day) {
    return !day(pause.from()).isAfter(day)
        && pause.until().stream().noneMatch(end -> day(end).isBefore(day));
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, calendar.zone());
  }
}
