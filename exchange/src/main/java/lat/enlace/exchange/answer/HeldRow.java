// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.answer;

import java.time.Instant;
import java.util.List;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;

/// A question this node was asked.
///
/// @param proof key of what was received
/// @param answer id of the answer: none or one
/// @param handles of the candidates told
/// @param reasons codes of what it waits for
/// @param authorities whom it waits or waited for
/// @param quotaLeft false if it came beyond a budget
record HeldRow(
    DispatchId id,
    NodeId from,
    State state,
    Instant received,
    Instant due,
    String proof,
    List<DispatchId> answer,
    List<Profiles.Handled> handles,
    List<String> reasons,
    List<AuthorityRole> authorities,
    List<AuthorityRole> approvals,
    boolean quotaLeft) {
  /// Where it stands.
  enum State implements Coded {
    /// Answered by rule.
    ANSWERED("answered"),
    /// Waits for a person.
    WAITING("waiting"),
    /// A person let it through.
    ADMITTED("admitted"),
    /// A person turned it away.
    TURNED_AWAY("turned-away");

    private final String code;

    State(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  HeldRow {
    answer = List.copyOf(answer);
    handles = List.copyOf(handles);
    reasons = List.copyOf(reasons);
    authorities = List.copyOf(authorities);
    approvals = List.copyOf(approvals);
  }

  HeldRow answered(State next, DispatchId id, List<Profiles.Handled> told) {
    return new HeldRow(
        this.id,
        from,
        next,
        received,
        due,
        proof,
        List.of(id),
        told,
        reasons,
        authorities,
        approvals,
        quotaLeft);
  }

  HeldRow approvedBy(List<AuthorityRole> all) {
    return new HeldRow(
        id,
        from,
        state,
        received,
        due,
        proof,
        answer,
        handles,
        reasons,
        authorities,
        all,
        quotaLeft);
  }

  HeldRow waitingFor(List<String> codes, List<AuthorityRole> whom) {
    return new HeldRow(
        id, from, state, received, due, proof, answer, handles, codes, whom, approvals, quotaLeft);
  }
}
