// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import lat.enlace.model.Offence;
import lat.enlace.model.StateCode;

/// One national article behind a covered offence, for the days it is law.
///
/// @param maximumPenaltyMonths the longest deprivation of liberty the article allows, in months
public record Law(Offence offence, int maximumPenaltyMonths) {
  private static final int STATE_LENGTH = 2;

  /// Checks the penalty.
  public Law {
    if (maximumPenaltyMonths < 0) {
      throw new IllegalArgumentException("a penalty is not negative");
    }
  }

  /// The state whose law this is.
  public StateCode state() {
    return new StateCode(offence.article().value().substring(0, STATE_LENGTH));
  }
}
