// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// On which days the holidays of one year are kept, each moved as its law says.
final class Kept {
  private final List<Holiday> holidays;
  private final int year;
  private final Set<LocalDate> bridging = new TreeSet<>();

  Kept(List<Holiday> holidays, int year) {
    this.holidays = holidays;
    this.year = year;
    for (Holiday holiday : holidays) {
      if (holiday.move() == Holiday.Move.BRIDGE) {
        holiday.in(year).ifPresent(bridging::add);
      }
    }
  }

  Set<LocalDate> all() {
    Set<LocalDate> kept = new TreeSet<>();
    for (Holiday holiday : holidays) {
      if (holiday.move() != Holiday.Move.WORKS) {
        holiday.in(year).ifPresent(day -> kept.add(moved(holiday.move(), day)));
      }
    }
    for (Holiday holiday : holidays) {
      if (holiday.move() == Holiday.Move.WORKS) {
        holiday.in(year).ifPresent(kept::remove);
      }
    }
    return kept;
  }

  private LocalDate moved(Holiday.Move move, LocalDate day) {
    return switch (move) {
      case STAYS, WORKS -> day;
      case NEXT_MONDAY -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
      case SUNDAY_MONDAY -> day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
      case WEEKEND -> weekend(day);
      case BRIDGE -> bridge(day);
    };
  }

  private static LocalDate weekend(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.minusDays(1);
      case SUNDAY -> day.plusDays(1);
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
    };
  }

  /// A single day goes to the nearest end of the working week; of two that follow each other the
  /// one farther from it goes beyond the other (Ecuador, law of December 2016, article 2).
  private LocalDate bridge(LocalDate day) {
    boolean second = bridging.contains(day.minusDays(1));
    boolean first = bridging.contains(day.plusDays(1));
    return switch (day.getDayOfWeek()) {
      case MONDAY -> day;
      case TUESDAY -> second || first ? day : day.minusDays(1);
      case WEDNESDAY -> second ? day.minusDays(2) : day.plusDays(2);
      case THURSDAY -> second || first ? day : day.plusDays(1);
      case FRIDAY -> day;
      case SATURDAY -> second ? day.minusDays(2) : day.minusDays(1);
      case SUNDAY -> first ? day.plusDays(2) : day.plusDays(1);
    };
  }
}
