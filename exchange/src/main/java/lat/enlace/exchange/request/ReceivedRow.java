// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.request;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.exchange.Replying.HeldRequest;
import lat.enlace.exchange.RequestClock;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.model.DispatchId;

/// A request to this node.
///
/// @param proof key of what was received
/// @param approvals of this node's authorities
/// @param clarifications ids of what the asker answered
/// @param gave true once something was given
/// @param silent true once the asker was told, without a word, that nothing is held: whatever
///   officers here who may not know why say after it stays here (invariant I13)
record ReceivedRow(
    HeldRequest held,
    String proof,
    List<AuthorityRole> approvals,
    List<DispatchId> clarifications,
    boolean gave,
    boolean silent) {
  ReceivedRow {
    approvals = List.copyOf(approvals);
    clarifications = List.copyOf(clarifications);
  }

  DispatchId id() {
    return held.id();
  }

  ReceivedRow with(HeldRequest.State state, RequestClock clock) {
    return with(state, clock, held.waitsFor(), held.replies());
  }

  ReceivedRow approvedBy(List<AuthorityRole> all, List<AuthorityRole> waitsFor) {
    ReceivedRow now = with(held.state(), held.clock(), waitsFor, held.replies());
    return new ReceivedRow(now.held, proof, all, clarifications, gave, silent);
  }

  ReceivedRow clarified(DispatchId by, RequestClock clock) {
    ReceivedRow now = with(HeldRequest.State.ACCEPTED, clock);
    List<DispatchId> all = new ArrayList<>(clarifications);
    all.add(by);
    return new ReceivedRow(now.held, proof, approvals, all, gave, silent);
  }

  /// @param gives whether this reply gave something
  /// @param hushed whether something else went out in its place
  ReceivedRow replied(DispatchId reply, boolean last, boolean gives, boolean hushed) {
    boolean given = gave || gives;
    HeldRequest.State state =
        !last
            ? HeldRequest.State.PARTIAL
            : given ? HeldRequest.State.ANSWERED : HeldRequest.State.REFUSED;
    List<DispatchId> all = new ArrayList<>(held.replies());
    all.add(reply);
    ReceivedRow now = with(state, held.clock(), held.waitsFor(), all);
    return new ReceivedRow(now.held, proof, approvals, clarifications, given, silent || hushed);
  }

  private ReceivedRow with(
      HeldRequest.State state,
      RequestClock clock,
      List<AuthorityRole> waitsFor,
      List<DispatchId> replies) {
    HeldRequest now =
        new HeldRequest(
            held.id(),
            held.from(),
            state,
            held.type(),
            held.urgency(),
            held.enquiry(),
            clock,
            waitsFor,
            replies);
    return new ReceivedRow(now, proof, approvals, clarifications, gave, silent);
  }
}
