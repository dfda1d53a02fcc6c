// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.util.Set;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.instrument.Standing;

/// What the deciding node brings to a decision.
///
/// @param standing how the instrument stands between asker and holder, today, as this node sees it
/// @param quotaLeft false if the agency has used up its quota of the day under the clause
/// @param approvals the authorities of this node's state that have authorised this exact text
public record Context(
    Standing standing, Facts facts, boolean quotaLeft, Set<AuthorityRole> approvals) {
  /// Copies.
  public Context {
    approvals = Set.copyOf(approvals);
  }

  /// The same without what the asker may not know. Deciding on it gives the course the asker must
  /// see.
  public Context asSeenByAsker() {
    return new Context(standing, facts.asSeenByAsker(), quotaLeft, approvals);
  }
}
