// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.model.ClauseId;

/// Collects who must still authorise, and which clauses say so.
final class Approvals {
  private final Set<AuthorityRole> given;
  private final Set<AuthorityRole> missing = EnumSet.noneOf(AuthorityRole.class);
  private final List<Reason> reasons = new ArrayList<>();

  Approvals(Set<AuthorityRole> given) {
    this.given = given;
  }

  void need(ClauseId clause, Set<AuthorityRole> authorities) {
    need(clause, authorities, Shortfall.AUTHORITY);
  }

  void needSupervisorBeyondQuota(ClauseId clause) {
    need(clause, Set.of(AuthorityRole.SUPERVISOR), Shortfall.QUOTA);
  }

  private void need(ClauseId clause, Set<AuthorityRole> authorities, Shortfall shortfall) {
    if (!given.containsAll(authorities)) {
      authorities.stream().filter(role -> !given.contains(role)).forEach(missing::add);
      reasons.add(new Reason.OfClause(clause, shortfall));
    }
  }

  boolean isEmpty() {
    return missing.isEmpty();
  }

  Decision.Escalate escalation() {
    return new Decision.Escalate(missing, reasons);
  }
}
