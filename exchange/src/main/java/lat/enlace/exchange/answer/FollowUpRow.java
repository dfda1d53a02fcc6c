// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.Holding.HeldFollowUp;
import lat.enlace.exchange.Holdings.CaseSubject;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.record.Stored;
import lat.enlace.model.DispatchId;
import lat.enlace.model.EntityId;
import lat.enlace.model.NodeId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Urgency;

/// A follow-up this node must decide.
///
/// @param entity the candidate the asker holds for the subject
/// @param compared who has seen both records, and the digest of the one held as he saw it
/// @param disclosure what was released under: none or one
record FollowUpRow(
    DispatchId id,
    DispatchId question,
    NodeId from,
    HeldFollowUp.State state,
    Urgency urgency,
    Instant received,
    Instant due,
    EntityId entity,
    String proof,
    List<Compared> compared,
    List<DispatchId> disclosure) {
  /// Whoever compared, and what.
  record Compared(OfficerId by, Hash candidate) {
    static Compared now(Officer by, CaseSubject candidate) {
      return new Compared(by.id(), Hash.sha256(Stored.of(candidate.entity())));
    }
  }

  FollowUpRow {
    compared = List.copyOf(compared);
    disclosure = List.copyOf(disclosure);
  }

  FollowUpRow in(HeldFollowUp.State next) {
    return new FollowUpRow(
        id, question, from, next, urgency, received, due, entity, proof, compared, disclosure);
  }

  FollowUpRow released(DispatchId under) {
    return new FollowUpRow(
        id,
        question,
        from,
        HeldFollowUp.State.RELEASED,
        urgency,
        received,
        due,
        entity,
        proof,
        compared,
        List.of(under));
  }

  FollowUpRow comparedBy(Compared one) {
    List<Compared> all = new ArrayList<>(compared);
    all.removeIf(before -> before.by().equals(one.by()));
    all.add(one);
    return new FollowUpRow(
        id, question, from, state, urgency, received, due, entity, proof, all, disclosure);
  }

  HeldFollowUp view() {
    return new HeldFollowUp(id, question, from, state, received, due);
  }
}
