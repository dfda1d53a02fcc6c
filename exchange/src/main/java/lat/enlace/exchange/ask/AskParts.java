// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.ask;

import java.time.Instant;
import java.util.Optional;
import lat.enlace.exchange.Identity;
import lat.enlace.exchange.decide.Decider;
import lat.enlace.exchange.decide.Obligations;
import lat.enlace.exchange.hold.Shelves;
import lat.enlace.exchange.item.Items;
import lat.enlace.exchange.peer.Accords;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.port.Approval;
import lat.enlace.exchange.port.Randomness;
import lat.enlace.exchange.read.Readings;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.model.NodeId;

/// What asking works with.
public record AskParts(
    Identity own,
    Journal journal,
    Accords accords,
    Decider decider,
    Letters letters,
    Readings readings,
    Shelves shelves,
    Items items,
    Approval approval,
    Randomness randomness) {
  /// When the partner owes the answer that a decision permits, if it does.
  Optional<Instant> due(Work work, Decision decision, NodeId partner) {
    return accords.stateOf(partner).flatMap(owing -> Obligations.due(decision, owing, work.now()));
  }
}
