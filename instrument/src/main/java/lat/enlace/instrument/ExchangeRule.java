// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.Map;
import java.util.Set;
import lat.enlace.model.ClauseId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Urgency;
import lat.enlace.model.clock.Term;

/// One clause that opens kinds of exchange under conditions.
///
/// @param asking who must authorise at the asker, all of them
/// @param receiving who must authorise at the holder, all of them
/// @param clocks reply clocks; an urgency not named has its default
/// @param quotaPerDay dispatches per agency and day before a supervisor decides
public record ExchangeRule(
    ClauseId clause,
    Set<DispatchKind> kinds,
    Conditions conditions,
    Set<AuthorityRole> asking,
    Set<AuthorityRole> receiving,
    Map<Urgency, Term> clocks,
    int quotaPerDay) {
  /// Copies.
  public ExchangeRule {
    kinds = Set.copyOf(kinds);
    asking = Set.copyOf(asking);
    receiving = Set.copyOf(receiving);
    clocks = Map.copyOf(clocks);
  }

  /// How soon an answer is owed.
  public Term clock(Urgency urgency) {
    return clocks.getOrDefault(urgency, new Term.Elapsed(urgency.clock()));
  }
}
