// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.batch;

import lat.enlace.bytes.ByteReader;
import lat.enlace.bytes.ByteWriter;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.model.NodeId;
import lat.enlace.wire.WireException;

/// The bytes of a batch (docs/spec/batch.md, "Batch").
final class BatchForm {
  private static final Bytes MAGIC = Bytes.utf8("enlace/batch/1\n");

  private BatchForm() {}

  static Bytes write(Batch batch) throws WireException {
    ByteWriter out = new ByteWriter().raw(MAGIC);
    NodeForm.write(out, batch.sender());
    NodeForm.write(out, batch.recipient());
    out.u63(batch.recipientRecord()).u63(batch.recipientSeen());
    ExtractForm.write(out, batch.extract());
    return Padding.pad(out.toBytes());
  }

  static Batch read(Bytes padded) throws WireException {
    try {
      ByteReader in = new ByteReader(Padding.unpad(padded));
      Frame.expect(in, MAGIC);
      NodeId sender = NodeForm.read(in);
      NodeId recipient = NodeForm.read(in);
      long recipientRecord = in.readU63();
      long recipientSeen = in.readU63();
      LogExtract extract = ExtractForm.read(in);
      in.finish();
      return new Batch(sender, recipient, recipientRecord, recipientSeen, extract);
    } catch (MalformedBytesException | IllegalArgumentException e) {
      throw Frame.refused(e);
    }
  }
}
