// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.util.Set;

/// What the deciding node itself knows of the subject.
///
/// @param person the subject is, or may be, a natural person, whatever category is claimed for it
public record Facts(AgeFact age, Set<ConcealedFact> concealed, boolean person) {
  /// Nothing is known.
  public static final Facts NONE = new Facts(AgeFact.UNKNOWN, Set.of());

  /// Copies.
  public Facts {
    concealed = Set.copyOf(concealed);
  }

  /// Where only the claimed category says whether the subject is a person.
  public Facts(AgeFact age, Set<ConcealedFact> concealed) {
    this(age, concealed, false);
  }

  /// The same without what the asker may not know.
  Facts asSeenByAsker() {
    return new Facts(age, Set.of(), person);
  }
}
