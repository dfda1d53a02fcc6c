// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.seal;

import lat.enlace.bytes.ByteWriter;
import lat.enlace.bytes.Bytes;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.entity.Attachment;

/// Which part of which attachment travels between whom: a sealed part opens in no other place.
///
/// @param part 0 for the list of chunk hashes, from 1 the chunks in their order; the last one is
///   known by the size that the dispatch named, which is bound too
public record PartContext(
    NodeId sender, NodeId recipient, ItemId item, Attachment attachment, int part) {
  private static final Bytes LABEL = Bytes.utf8("enlace/v1/attachment");

  /// Checks the bounds.
  public PartContext {
    if (part < 0 || part > attachment.chunks()) {
      throw new IllegalArgumentException("no such part");
    }
  }

  /// The {@code info} of HPKE's key schedule (docs/spec/attachments.md, "Seal").
  Bytes info(long recipientRecord) {
    return new ByteWriter()
        .sized(LABEL)
        .sized(Bytes.utf8(sender.value()))
        .sized(Bytes.utf8(recipient.value()))
        .u63(recipientRecord)
        .sized(Bytes.utf8(item.value()))
        .sized(Bytes.utf8(attachment.value()))
        .u32(part)
        .toBytes();
  }
}
