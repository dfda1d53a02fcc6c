// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.Set;
import lat.enlace.model.ClauseId;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Ground;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.SubjectCategory;

/// A clause, or a reservation of one party, that refuses or makes someone authorise what the
/// exchange rules would permit. It can say no other thing, so it can only narrow.
public record RightsClause(ClauseId clause, When when, Effect effect) {
  /// What the clause is about: every non-empty set must share a member with the question.
  public record When(
      Set<DispatchKind> kinds,
      Set<OffenceCode> offences,
      Set<SubjectCategory> categories,
      Set<DataCategory> data,
      Set<Ground> grounds) {
    /// Copies.
    public When {
      kinds = Set.copyOf(kinds);
      offences = Set.copyOf(offences);
      categories = Set.copyOf(categories);
      data = Set.copyOf(data);
      grounds = Set.copyOf(grounds);
    }
  }

  /// What follows where it applies.
  public sealed interface Effect {
    /// It is refused.
    record Refused() implements Effect {}

    /// The authority must authorise, at the asker and at the holder each its own.
    record Authorised(AuthorityRole authority) implements Effect {}
  }
}
