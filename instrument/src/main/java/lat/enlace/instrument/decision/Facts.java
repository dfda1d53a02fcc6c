// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.util.Set;

/// What the deciding node itself knows of the subject and the conduct.
///
/// @param politicalOffence this node holds the conduct for a political or military offence
public record Facts(AgeFact age, boolean politicalOffence, Set<ConcealedFact> concealed) {
  /// Nothing is known.
  public static final Facts NONE = new Facts(AgeFact.UNKNOWN, false, Set.of());

  /// Copies.
  public Facts {
    concealed = Set.copyOf(concealed);
  }
}
