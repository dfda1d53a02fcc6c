// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching;

import java.util.List;
import lat.enlace.model.PersonalData;

/// Two entities compared.
///
/// @param score 0..1
/// @param match whether the algorithm, at its own default threshold, takes them for the same
/// @param features one result per feature, in the order of {@link ComparedFeature}
@PersonalData
public record Comparison(Score score, boolean match, List<FeatureResult> features) {
  /// Copies.
  public Comparison {
    features = List.copyOf(features);
  }

  @Override
  public String toString() {
    return "Comparison[" + score.text() + "]";
  }
}
