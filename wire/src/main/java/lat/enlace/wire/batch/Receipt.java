// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.batch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.model.NodeId;
import lat.enlace.wire.ErrorCode;
import lat.enlace.wire.WireException;

/// What a receiver commits to its own ledger for one dispatch: that it came, when, and whether it
/// was taken. Its exact bytes are text lines without personal data (docs/spec/batch.md, "Receipt").
///
/// @param senderIndex leaf index of the dispatch in the sender's log
/// @param senderLeaf leaf hash of the dispatch in the sender's log
/// @param receivedAt by the receiver's clock, whole milliseconds
public record Receipt(
    NodeId sender,
    long senderIndex,
    Hash senderLeaf,
    NodeId receiver,
    Instant receivedAt,
    Outcome outcome) {
  /// What became of the dispatch on arrival. What was decided about its content is told by other
  /// dispatches, never here.
  public sealed interface Outcome {
    /// Taken in.
    record Accepted() implements Outcome {}

    /// Proved and recorded, but not taken in.
    record Refused(ErrorCode code) implements Outcome {}
  }

  /// Checks the bounds.
  public Receipt {
    if (sender.equals(receiver) || senderIndex < 0) {
      throw new IllegalArgumentException("a receipt goes from one node to another");
    }
    if (!receivedAt.equals(receivedAt.truncatedTo(ChronoUnit.MILLIS))) {
      throw new IllegalArgumentException("times on the wire are whole milliseconds");
    }
  }

  /// Reads the exact bytes of a receipt.
  ///
  /// @throws WireException if they are not in the one form a receipt has
  public static Receipt parse(Bytes bytes) throws WireException {
    return ReceiptForm.read(bytes);
  }

  /// The exact bytes that are committed to.
  ///
  /// @throws WireException VALUE_INVALID if the time has no form on the wire
  public Bytes toBytes() throws WireException {
    return ReceiptForm.write(this);
  }
}
