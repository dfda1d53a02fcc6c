// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.answer;

import java.time.Instant;
import lat.enlace.exchange.Holding.HeldFollowUp;
import lat.enlace.model.DispatchId;
import lat.enlace.model.EntityId;
import lat.enlace.model.NodeId;
import lat.enlace.model.Urgency;

/// A follow-up this node must decide.
///
/// @param entity the candidate the asker holds for the subject
record FollowUpRow(
    DispatchId id,
    DispatchId question,
    NodeId from,
    HeldFollowUp.State state,
    Urgency urgency,
    Instant received,
    Instant due,
    EntityId entity,
    String proof) {
  FollowUpRow in(HeldFollowUp.State next) {
    return new FollowUpRow(id, question, from, next, urgency, received, due, entity, proof);
  }

  HeldFollowUp view() {
    return new HeldFollowUp(id, question, from, state, received, due);
  }
}
