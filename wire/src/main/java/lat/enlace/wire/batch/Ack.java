// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.batch;

import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.model.NodeId;
import lat.enlace.wire.ErrorCode;
import lat.enlace.wire.WireException;

/// What the receiving node returns for one sealed batch. Nothing in it is verified by reading it.
public sealed interface Ack {
  /// SHA-256 of the sealed batch's bytes, so that no ack answers for another batch.
  Hash batch();

  /// The node that returns it.
  NodeId receiver();

  /// The node it is returned to.
  NodeId sender();

  /// Taken into the receiver's ledger, one receipt per dispatch, in the order of the batch. A
  /// dispatch that was received before brings its first receipt again.
  ///
  /// @param extract of the receiver's log: its entries' contents are {@link Receipt}s
  record Accepted(Hash batch, NodeId receiver, NodeId sender, LogExtract extract) implements Ack {}

  /// Not taken, as a whole, and nothing of it has taken effect.
  ///
  /// @param lastSeenSize size of the last checkpoint of the sender's log that the receiver holds, 0
  ///   if none; lets the sender rebuild its consistency proof
  record Refused(Hash batch, NodeId receiver, NodeId sender, ErrorCode code, long lastSeenSize)
      implements Ack {
    /// Checks the size.
    public Refused {
      if (lastSeenSize < 0) {
        throw new IllegalArgumentException("a tree size is not negative");
      }
    }
  }

  /// Reads a padded ack.
  ///
  /// @throws WireException if it is not in the form of docs/spec/batch.md
  static Ack parse(Bytes padded) throws WireException {
    return AckForm.read(padded);
  }

  /// The padded bytes as returned.
  ///
  /// @throws WireException TOO_LARGE if the receipts do not fit
  default Bytes toBytes() throws WireException {
    return AckForm.write(this);
  }
}
