// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.decide;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import lat.enlace.instrument.decision.AgeFact;
import lat.enlace.matching.birth.LatestBirth;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;

/// What the stated birth dates say of a subject's age, read to the person's favour: the latest day
/// that any of them allows (docs/spec/gates.md, "Age").
public final class Ages {
  private Ages() {}

  /// The age on the day of {@code now}. Where a date is stated that nobody can read, every age is
  /// possible, so that the person counts as a minor; only where none is stated is nothing known.
  public static AgeFact of(Entity subject, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    AgeFact age = AgeFact.UNKNOWN;
    for (String stated : subject.values(Property.BIRTH_DATE)) {
      Optional<LocalDate> latest = LatestBirth.of(stated);
      if (latest.isEmpty() || AgeFact.on(day, latest.get()) == AgeFact.MINOR) {
        return AgeFact.MINOR;
      }
      age = AgeFact.ADULT;
    }
    return age;
  }
}
