// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.peer;

import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;

/// What the peer endpoint asks of the core.
public interface PeerCore {
  /// Opens, records and decides a batch; the answer is durable.
  ///
  /// @throws ExchangeException with code UNAVAILABLE: nothing was taken
  Bytes receive(NodeId from, Bytes envelope) throws ExchangeException;

  /// The newest head of `partner`'s own log that this node has verified, as the signed checkpoint;
  /// empty bytes if none. A partner that restored a backup asks for it.
  Bytes headSeenOf(NodeId partner) throws ExchangeException;

  /// A part of a file that an item names, sealed to `from`; empty bytes if he may not have it now.
  ///
  /// @param part 0 for the list of chunk hashes, from 1 the chunks
  default Bytes part(NodeId from, ItemId item, Hash digest, int part) throws ExchangeException {
    return Bytes.EMPTY;
  }

  /// This node's own record in force, as a signed note; empty bytes if there is none.
  Bytes ownRecord() throws ExchangeException;
}
