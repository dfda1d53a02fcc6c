// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.time.LocalDate;
import lat.enlace.model.ClauseId;
import lat.enlace.model.DataCategory;

/// When data of one category that a partner disclosed are erased here (docs/spec/handling.md,
/// "Retention").
///
/// @param day in UTC; from its first moment on the data are gone
/// @param clause of the instrument that says so
/// @param again the days that a renewal adds, each time; zero if the clause lets nobody renew
public record Expiry(DataCategory data, LocalDate day, ClauseId clause, int again) {
  /// How long before the day a person may renew: earlier it would be no review.
  public static final int REVIEW_DAYS = 30;

  /// True once the data are to be gone.
  public boolean reached(LocalDate today) {
    return !day.isAfter(today);
  }

  /// True if a person may renew it on {@code today}.
  public boolean renewable(LocalDate today) {
    return again > 0 && !reached(today) && !day.minusDays(REVIEW_DAYS).isAfter(today);
  }

  /// As it is after a renewal.
  public Expiry renewed() {
    return new Expiry(data, day.plusDays(again), clause, again);
  }
}
