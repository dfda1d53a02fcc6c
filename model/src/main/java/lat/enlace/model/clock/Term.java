// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.clock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import lat.enlace.model.StateCode;

/// How long something may take. Written as an ISO 8601 duration of hours or days, or as `WD` and a
/// number of working days.
public sealed interface Term {
  /// The longest term: what is owed later than a year is not on a clock.
  Duration LONGEST = Duration.ofDays(366);

  /// The shortest.
  Duration SHORTEST = Duration.ofMinutes(1);

  /// Hours and calendar days alike: a day is 24 hours from the moment of receipt.
  record Elapsed(Duration length) implements Term {
    /// Checks the bounds.
    public Elapsed {
      if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("a term lasts from a minute to 366 days");
      }
    }

    @Override
    public String code() {
      boolean days = length.toSeconds() % Duration.ofDays(1).toSeconds() == 0;
      return days ? "P" + length.toDays() + "D" : length.toString();
    }
  }

  /// Working days where it is owed; the day of receipt does not count, the last ends at midnight.
  record WorkingDays(int days) implements Term {
    private static final int MOST = 250;

    /// Checks the bounds.
    public WorkingDays {
      if (days < 1 || days > MOST) {
        throw new IllegalArgumentException("a term has 1 to 250 working days");
      }
    }

    @Override
    public String code() {
      return PREFIX + days;
    }
  }

  /// What begins the code of working days.
  String PREFIX = "WD";

  /// When it ends that begins at {@code start}, where {@code owing} is the state that owes.
  default Instant after(Instant start, StateCode owing) {
    return ReplyClock.from(this, WorkCalendar.of(owing), start).due().orElseThrow();
  }

  /// As written.
  String code();

  /// Reads a code.
  ///
  /// @throws IllegalArgumentException if it is no term
  static Term parse(String code) {
    try {
      return code.startsWith(PREFIX)
          ? new WorkingDays(Integer.parseInt(code.substring(PREFIX.length())))
          : new Elapsed(Duration.parse(code));
    } catch (DateTimeException | NumberFormatException e) {
      throw new IllegalArgumentException("a term is like PT8H, P3D or WD5", e);
    }
  }
}
