// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1;

import java.util.List;
import lat.enlace.matching.Explanation;
import lat.enlace.model.Agreement;
import lat.enlace.model.PersonalData;

/// What one feature found, before it is weighed.
///
/// @param agreement in one of the four words
/// @param similarity 0..1 of the values
/// @param strength how much of the feature's weight applies, 0..1
/// @param left value compared
/// @param right value compared
/// @param reasons in words to be
@PersonalData
record Finding(
    Agreement agreement,
    double similarity,
    double strength,
    String left,
    String right,
    List<Explanation> reasons) {
  Finding {
    reasons = List.copyOf(reasons);
  }

  static Finding nothing(String left, String right) {
    return new Finding(Agreement.NOT_COMPARED, 0, 0, left, right, List.of());
  }

  @Override
  public String toString() {
    return "Finding[" + agreement.code() + "]";
  }
}
