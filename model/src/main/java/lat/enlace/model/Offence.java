// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.time.LocalDate;
import java.util.Optional;

/// An offence as one state's law knows it on a day: the international code beside the national
/// article. A change of law is a new row, never an edit.
///
/// @param until when it ceased to apply, if it did
public record Offence(OffenceCode code, ArticleRef article, LocalDate since, Until until) {
  /// An end that may be open.
  public sealed interface Until {
    /// Still in force.
    record Open() implements Until {}

    /// Ceased to apply on {@code day}.
    record Ended(LocalDate day) implements Until {}
  }

  /// True if the offence was law on {@code day}.
  public boolean appliesOn(LocalDate day) {
    return !day.isBefore(since)
        && switch (until) {
          case Until.Open() -> true;
          case Until.Ended(LocalDate end) -> day.isBefore(end);
        };
  }

  /// The day it ceased to apply.
  public Optional<LocalDate> endedOn() {
    return switch (until) {
      case Until.Open() -> Optional.empty();
      case Until.Ended(LocalDate end) -> Optional.of(end);
    };
  }
}
