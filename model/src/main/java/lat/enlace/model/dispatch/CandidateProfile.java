// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

import java.util.Map;
import java.util.regex.Pattern;
import lat.enlace.model.Agreement;
import lat.enlace.model.Band;
import lat.enlace.model.FeatureName;

/// How one candidate agrees with the probe: four words per feature and one band. Holds no score and
/// no value the asker did not supply; identifiers only agree or are not compared.
///
/// @param handle names the candidate in this answer only; random, worthless elsewhere
public record CandidateProfile(Handle handle, Band band, Map<FeatureName, Agreement> features) {
  /// Checks that identifiers never differ in the open.
  public CandidateProfile {
    features = Map.copyOf(features);
    Agreement identifier = features.getOrDefault(FeatureName.IDENTIFIER, Agreement.NOT_COMPARED);
    if (identifier == Agreement.CLOSE || identifier == Agreement.DIFFERS) {
      throw new IllegalArgumentException("an identifier agrees or is not compared");
    }
  }

  /// A candidate's name inside one answer.
  public record Handle(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    /// Checks the form.
    public Handle {
      if (!FORM.matcher(value).matches()) {
        throw new IllegalArgumentException("not a candidate handle");
      }
    }
  }
}
