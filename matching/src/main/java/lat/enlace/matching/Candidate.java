// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lat.enlace.model.Agreement;
import lat.enlace.model.EntityId;
import lat.enlace.model.PersonalData;

/// An entity of a holding that may be the one asked about. It stays a candidate: a person confirms
/// (invariant I9).
///
/// @param id in the holding
/// @param score at or above the threshold asked for
/// @param strength the band
/// @param features one result per feature, in the order of {@link ComparedFeature}
@PersonalData
public record Candidate(EntityId id, Score score, Strength strength, List<FeatureResult> features) {
  /// Copies.
  public Candidate {
    features = List.copyOf(features);
  }

  /// What may be told to another node: one word per feature, no score, no value. Identifiers only
  /// agree or are not compared, so that nobody learns a number by asking for its neighbours.
  public Map<ComparedFeature, Agreement> agreements() {
    Map<ComparedFeature, Agreement> words = new EnumMap<>(ComparedFeature.class);
    for (FeatureResult result : features) {
      boolean hidden =
          result.feature() == ComparedFeature.IDENTIFIER && result.agreement() != Agreement.AGREES;
      words.put(result.feature(), hidden ? Agreement.NOT_COMPARED : result.agreement());
    }
    return words;
  }

  @Override
  public String toString() {
    return "Candidate[" + id + ", " + strength.code() + "]";
  }
}
