// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.batch;

import lat.enlace.bytes.ByteReader;
import lat.enlace.bytes.ByteWriter;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.model.NodeId;
import lat.enlace.wire.ErrorCode;
import lat.enlace.wire.WireException;

/// The bytes of an ack (docs/spec/batch.md, "Ack").
final class AckForm {
  private static final Bytes MAGIC = Bytes.utf8("enlace/ack/1\n");
  private static final int ACCEPTED = 1;
  private static final int REFUSED = 2;
  private static final int MAX_CODE_BYTES = 64;

  private AckForm() {}

  static Bytes write(Ack ack) throws WireException {
    ByteWriter out = new ByteWriter().raw(MAGIC).hash(ack.batch());
    NodeForm.write(out, ack.receiver());
    NodeForm.write(out, ack.sender());
    switch (ack) {
      case Ack.Accepted accepted -> ExtractForm.write(out.u8(ACCEPTED), accepted.extract());
      case Ack.Refused refused ->
          out.u8(REFUSED).sized(Bytes.utf8(refused.code().value())).u63(refused.lastSeenSize());
    }
    return Padding.pad(out.toBytes());
  }

  static Ack read(Bytes padded) throws WireException {
    try {
      ByteReader in = new ByteReader(Padding.unpad(padded));
      Frame.expect(in, MAGIC);
      Hash batch = in.readHash();
      NodeId receiver = NodeForm.read(in);
      NodeId sender = NodeForm.read(in);
      Ack ack =
          switch (in.readU8()) {
            case ACCEPTED -> new Ack.Accepted(batch, receiver, sender, ExtractForm.read(in));
            case REFUSED ->
                new Ack.Refused(
                    batch,
                    receiver,
                    sender,
                    ErrorCode.parse(in.readSized(MAX_CODE_BYTES).text()),
                    in.readU63());
            default -> throw new WireException(WireException.Code.MALFORMED);
          };
      in.finish();
      return ack;
    } catch (MalformedBytesException | IllegalArgumentException e) {
      throw Frame.refused(e);
    }
  }
}
