// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.link;

import java.time.Instant;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.NodeId;

/// Keeps the node records on both sides of the links fresh.
public interface RecordKeeping {
  /// Lets time pass.
  void tick(Work work) throws ExchangeException;

  /// This node's record in force.
  Optional<Bytes> ownRecord(Work work);

  /// Adopts a partner's record if it is newer than those known.
  ///
  /// @throws ExchangeException with code NOT_TRUSTED if it is no record of that partner
  void learn(NodeId partner, Bytes note) throws ExchangeException;

  /// Until when batches can be sealed to this node.
  Optional<Instant> sealedUntil();
}
