// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.decide;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import lat.enlace.instrument.decision.AgeFact;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;

/// What the stated birth dates say of a subject's age, read to the person's favour: the latest of
/// them, and of a date known in part its last day.
public final class Ages {
  private static final int YEAR_LENGTH = 4;
  private static final int MONTH_LENGTH = 7;

  private Ages() {}

  /// The age on the day of {@code now}. A value that is no date says nothing.
  public static AgeFact of(Entity subject, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return subject.values(Property.BIRTH_DATE).stream()
        .flatMap(value -> lastDay(value).stream())
        .max(Comparator.naturalOrder())
        .map(born -> AgeFact.on(day, born))
        .orElse(AgeFact.UNKNOWN);
  }

  private static Optional<LocalDate> lastDay(String value) {
    try {
      return Optional.of(
          switch (value.length()) {
            case YEAR_LENGTH -> Year.parse(value).atMonth(12).atEndOfMonth();
            case MONTH_LENGTH -> YearMonth.parse(value).atEndOfMonth();
            default -> LocalDate.parse(value);
          });
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
