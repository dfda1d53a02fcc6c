// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.util.List;
import java.util.Set;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.model.ClauseId;
import lat.enlace.model.RefusalCode;

/// The outcome of deciding a question.
public sealed interface Decision {
  /// It may go on.
  ///
  /// @param clauses what permits it: clauses of the instrument, or none for the built-in floor
  record Permit(List<ClauseId> clauses, List<Obligation> obligations) implements Decision {
    /// Copies.
    public Permit {
      clauses = List.copyOf(clauses);
      obligations = List.copyOf(obligations);
    }
  }

  /// It may go on once {@code authorities}, all of them, have authorised the exact text.
  record Escalate(Set<AuthorityRole> authorities, List<Reason> reasons) implements Decision {
    /// Copies.
    public Escalate {
      authorities = Set.copyOf(authorities);
      reasons = List.copyOf(reasons);
      if (authorities.isEmpty()) {
        throw new IllegalArgumentException("an escalation names who must authorise");
      }
    }
  }

  /// It may not go on.
  record Refuse(List<Reason> reasons) implements Decision {
    /// Copies.
    public Refuse {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("a refusal gives a reason");
      }
    }

    /// The reasons the asker may read.
    public List<Reason> forAsker() {
      return reasons.stream().filter(reason -> reason.audience() == Audience.ASKER).toList();
    }

    /// The code that tells the asker of it: a gate, a clause, or that nobody here may answer.
    public RefusalCode codeForAsker() {
      List<Reason> told = forAsker();
      if (told.stream().anyMatch(Reason.OfGate.class::isInstance)) {
        return RefusalCode.R7;
      }
      return told.stream().anyMatch(Reason.OfClause.class::isInstance)
          ? RefusalCode.R3
          : RefusalCode.R9;
    }

    /// True if the asker may learn no reason: he must see what he would see without it, and in the
    /// end an ordinary no-hit.
    public boolean concealed() {
      return forAsker().isEmpty();
    }
  }
}
