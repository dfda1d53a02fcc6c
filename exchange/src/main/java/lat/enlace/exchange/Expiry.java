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
public record Expiry(DataCategory data, LocalDate day, ClauseId clause) {
  /// True once the data are to be gone.
  public boolean reached(LocalDate today) {
    return !day.isAfter(today);
  }
}
