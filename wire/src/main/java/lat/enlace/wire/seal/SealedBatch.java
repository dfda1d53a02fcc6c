// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.seal;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.ByteReader;
import lat.enlace.bytes.ByteWriter;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.model.NodeId;
import lat.enlace.wire.WireException;
import lat.enlace.wire.batch.Bounds;

/// A batch as it travels: to whom, with which key, and what only that key opens. All but the
/// ciphertext is in clear and, until it is opened, only claimed.
///
/// @param recipientRecord number of the recipient's node record that names the key
/// @param instruments as in {@link SealContext}
/// @param encapsulation of the X-Wing shared secret
public record SealedBatch(
    NodeId recipient,
    long recipientRecord,
    List<Hash> instruments,
    Bytes encapsulation,
    Bytes ciphertext) {
  /// Largest sealed batch in bytes; a transport may stop reading beyond it.
  public static final int MAX_BYTES = Bounds.MAX_PADDED_BYTES + 4 * 1024;

  private static final Bytes MAGIC = Bytes.utf8("enlace/sealed/1\n");
  private static final int MAX_NODE_ID_BYTES = 128;

  /// Copies and checks the bounds.
  public SealedBatch {
    instruments = List.copyOf(instruments);
    if (recipientRecord < 0
        || instruments.size() > SealContext.MAX_INSTRUMENTS
        || encapsulation.size() != Suite.ENCAPSULATION_BYTES
        || ciphertext.size() < Suite.TAG_BYTES
        || ciphertext.size() > Bounds.MAX_PADDED_BYTES + Suite.TAG_BYTES) {
      throw new IllegalArgumentException("a sealed batch beyond its bounds");
    }
  }

  /// Reads the envelope; nothing is opened.
  ///
  /// @throws WireException if it is not in the form of docs/spec/batch.md
  public static SealedBatch parse(Bytes bytes) throws WireException {
    if (bytes.size() > MAX_BYTES) {
      throw new WireException(WireException.Code.TOO_LARGE);
    }
    if (!bytes.startsWith(MAGIC)) {
      throw new WireException(WireException.Code.UNKNOWN_PROTOCOL);
    }
    try {
      ByteReader in = new ByteReader(bytes.slice(MAGIC.size(), bytes.size()));
      NodeId recipient = new NodeId(in.readSized(MAX_NODE_ID_BYTES).text());
      long recipientRecord = in.readU63();
      List<Hash> instruments = new ArrayList<>();
      for (int left = in.readU8(); left > 0; left--) {
        instruments.add(in.readHash());
      }
      Bytes encapsulation = in.read(Suite.ENCAPSULATION_BYTES);
      Bytes ciphertext = in.readSized(Bounds.MAX_PADDED_BYTES + Suite.TAG_BYTES);
      in.finish();
      return new SealedBatch(recipient, recipientRecord, instruments, encapsulation, ciphertext);
    } catch (MalformedBytesException | IllegalArgumentException e) {
      throw new WireException(WireException.Code.MALFORMED);
    }
  }

  /// The bytes as posted.
  public Bytes toBytes() {
    ByteWriter out =
        new ByteWriter()
            .raw(MAGIC)
            .sized(Bytes.utf8(recipient.value()))
            .u63(recipientRecord)
            .u8(instruments.size());
    instruments.forEach(out::hash);
    return out.raw(encapsulation).sized(ciphertext).toBytes();
  }

  /// SHA-256 of the bytes as posted; an ack names the batch by it.
  public Hash hash() {
    return Hash.sha256(toBytes());
  }
}
