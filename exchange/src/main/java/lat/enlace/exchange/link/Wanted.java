// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.link;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import lat.enlace.exchange.peer.PeerException;
import lat.enlace.exchange.peer.Peers;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.node.NodeRecord;
import lat.enlace.instrument.node.SealingTerm;
import lat.enlace.model.NodeId;
import lat.enlace.wire.ErrorCode;

/// Which partners should be asked for their node records. In memory: after a restart what is wrong
/// shows itself again.
final class Wanted {
  /// A sealing key that ends sooner should have a successor.
  private static final Duration SOON = Duration.ofDays(1);

  private static final Set<String> RECORD_CODES =
      Set.of(
          PeerException.Code.NODE_RECORD.name(),
          PeerException.Code.OLD_RECORD.name(),
          PeerException.Code.WRONG_ORIGIN.name());

  private final Peers peers;
  private final Set<NodeId> refused = new HashSet<>();

  Wanted(Peers peers) {
    this.peers = peers;
  }

  /// A batch from or to the partner was refused.
  ///
  /// @return true if because one does not know the other's record in force
  boolean refused(NodeId partner, ErrorCode code) {
    boolean forRecord = RECORD_CODES.contains(code.value());
    if (forRecord) {
      refused.add(partner);
    }
    return forRecord;
  }

  void asked(NodeId partner) {
    refused.remove(partner);
  }

  boolean from(Work work, NodeId partner) {
    if (refused.contains(partner)) {
      return true;
    }
    return peers
        .of(partner)
        .filter(
            all -> all.latest().nodeRecord().keys().sealingUntil().isBefore(work.now().plus(SOON)))
        .isPresent();
  }

  /// The partner's key to seal to now.
  Optional<SealingTerm> sealable(Work work, NodeId partner) {
    return peers
        .inForce(partner, work)
        .map(NodeRecord::keys)
        .flatMap(keys -> keys.sealingAt(work.now()));
  }
}
