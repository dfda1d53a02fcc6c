// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching;

import java.util.List;
import lat.enlace.model.Agreement;
import lat.enlace.model.PersonalData;

/// One feature of a comparison: the two values that were compared, what they say of each other, how
/// much that moved the score, and why in words.
///
/// @param feature which feature
/// @param agreement in one of four words
/// @param similarity 0..1, of the two values alone
/// @param weight what the feature moved the score by: positive lifts, negative lowers
/// @param left the value of the first side as its source wrote it, empty if there was none
/// @param right the same of the second side
/// @param reasons why, most telling first
@PersonalData
public record FeatureResult(
    ComparedFeature feature,
    Agreement agreement,
    double similarity,
    double weight,
    String left,
    String right,
    List<Explanation> reasons) {
  /// Copies.
  public FeatureResult {
    reasons = List.copyOf(reasons);
  }

  /// Nothing to compare.
  public static FeatureResult notCompared(ComparedFeature feature, String left, String right) {
    return new FeatureResult(
        feature,
        Agreement.NOT_COMPARED,
        0,
        0,
        left,
        right,
        List.of(Explanation.of("not-compared." + feature.code())));
  }

  @Override
  public String toString() {
    return "FeatureResult[" + feature.code() + ", " + agreement.code() + "]";
  }
}
