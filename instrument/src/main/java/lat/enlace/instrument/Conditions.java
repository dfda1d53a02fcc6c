// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.Set;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.DataCategory;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.SubjectCategory;

/// What an exchange rule demands of a question; whatever is not named is not open.
///
/// @param level the lowest confidence level
/// @param stage the lowest procedural stage
/// @param data the data categories it opens
public record Conditions(
    ConfidenceLevel level,
    ProceduralStage stage,
    Set<SubjectCategory> categories,
    Set<DataCategory> data,
    Set<Purpose> purposes,
    Set<AgencyKind> agencies) {
  /// Copies.
  public Conditions {
    categories = Set.copyOf(categories);
    data = Set.copyOf(data);
    purposes = Set.copyOf(purposes);
    agencies = Set.copyOf(agencies);
  }
}
