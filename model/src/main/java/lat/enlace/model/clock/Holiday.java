// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/// One line of a state's table of days on which nobody works.
///
/// @param since the first year it holds in
/// @param source the law or proclamation
record Holiday(Day day, Move move, int since, String source) {
  /// When it falls.
  sealed interface Day {
    /// Every year on one date.
    record Fixed(MonthDay date) implements Day {}

    /// So many days after Easter Sunday.
    record Easter(int days) implements Day {}

    /// The first Monday of a month.
    record FirstMonday(Month month) implements Day {}

    /// Once, on a date proclaimed.
    record Proclaimed(LocalDate date) implements Day {}
  }

  /// On what day it is kept.
  enum Move {
    /// Always its own.
    STAYS("stays"),
    /// Worked on, against the rule.
    WORKS("works"),
    /// The Monday on or after it.
    NEXT_MONDAY("next-monday"),
    /// A Sunday on the Monday after.
    SUNDAY_MONDAY("sunday-monday"),
    /// A Saturday on the Friday before, a Sunday on the Monday after.
    WEEKEND("weekend"),
    /// Ecuador's law of 2016.
    BRIDGE("bridge");

    private final String code;

    Move(String code) {
      this.code = code;
    }

    static Move of(String code) {
      for (Move move : values()) {
        if (move.code.equals(code)) {
          return move;
        }
      }
      throw new IllegalArgumentException("no such move: " + code);
    }
  }

  /// The day itself in a year, before any move; empty before the law or beside the proclamation.
  Optional<LocalDate> in(int year) {
    if (year < since) {
      return Optional.empty();
    }
    return switch (day) {
      case Day.Fixed(MonthDay date) -> Optional.of(date.atYear(year));
      case Day.Easter(int days) -> Optional.of(Easter.sunday(year).plusDays(days));
      case Day.FirstMonday(Month month) ->
          Optional.of(
              LocalDate.of(year, month, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
      case Day.Proclaimed(LocalDate date) ->
          date.getYear() == year ? Optional.of(date) : Optional.empty();
    };
  }

  static Day day(String text) {
    if (text.startsWith("easter")) {
      return new Day.Easter(Integer.parseInt(text.substring("easter".length())));
    }
    if (text.startsWith("first-monday-")) {
      return new Day.FirstMonday(
          Month.of(Integer.parseInt(text.substring("first-monday-".length()))));
    }
    return text.length() == "MM-DD".length()
        ? new Day.Fixed(MonthDay.parse("--" + text))
        : new Day.Proclaimed(LocalDate.parse(text));
  }
}
