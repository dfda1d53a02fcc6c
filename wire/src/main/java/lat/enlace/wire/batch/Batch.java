// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.batch;

import lat.enlace.bytes.Bytes;
import lat.enlace.model.NodeId;
import lat.enlace.wire.WireException;

/// Dispatches on their way from one node to one other, as an extract of the sender's log. Its
/// contents are exact bytes nobody has parsed (invariant I2).
///
/// @param recipientRecord number of the recipient's node record whose sealing key is used
/// @param recipientSeen size of the recipient's log as the sender last verified it, 0 if never: the
///   ack proves consistency from there
/// @param extract entries in ascending order of their leaf, none twice
public record Batch(
    NodeId sender, NodeId recipient, long recipientRecord, long recipientSeen, LogExtract extract) {
  /// Checks ends and order.
  public Batch {
    if (sender.equals(recipient) || recipientRecord < 0 || recipientSeen < 0) {
      throw new IllegalArgumentException("a batch goes from one node to another");
    }
    long last = -1;
    for (ProvenEntry entry : extract.entries()) {
      if (entry.leafIndex() <= last) {
        throw new IllegalArgumentException("the entries of a batch ascend");
      }
      last = entry.leafIndex();
    }
  }

  /// Reads a padded batch.
  ///
  /// @throws WireException if it is not in the form of docs/spec/batch.md
  public static Batch parse(Bytes padded) throws WireException {
    return BatchForm.read(padded);
  }

  /// The padded bytes that are sealed.
  ///
  /// @throws WireException TOO_LARGE if the entries do not fit: send fewer
  public Bytes toBytes() throws WireException {
    return BatchForm.write(this);
  }
}
