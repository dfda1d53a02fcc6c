// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.seal;

import lat.enlace.bytes.ByteReader;
import lat.enlace.bytes.ByteWriter;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.model.entity.Attachment;
import lat.enlace.wire.WireException;

/// A part of an attachment as it travels (docs/spec/attachments.md, "Seal").
///
/// @param recipientRecord number of the recipient's node record that names the key
/// @param encapsulation of the X-Wing shared secret
public record SealedPart(long recipientRecord, Bytes encapsulation, Bytes ciphertext) {
  private static final Bytes MAGIC = Bytes.utf8("enlace/part/1\n");
  private static final int MAX_CIPHERTEXT = Attachment.CHUNK_BYTES + Suite.TAG_BYTES;

  /// Largest sealed part in bytes.
  public static final int MAX_BYTES = MAX_CIPHERTEXT + Suite.ENCAPSULATION_BYTES + 64;

  /// Checks the bounds.
  public SealedPart {
    if (recipientRecord < 0
        || encapsulation.size() != Suite.ENCAPSULATION_BYTES
        || ciphertext.size() < Suite.TAG_BYTES
        || ciphertext.size() > MAX_CIPHERTEXT) {
      throw new IllegalArgumentException("a sealed part beyond its bounds");
    }
  }

  /// Seals {@code content} to {@code key}.
  ///
  /// @param recipientRecord number of the node record that names {@code key}
  /// @param randomness 64 fresh random bytes, never used twice
  /// @throws WireException KEY_MALFORMED if the key cannot be sealed to
  public static SealedPart seal(
      PartContext context, long recipientRecord, RecipientKey key, Bytes randomness, Bytes content)
      throws WireException {
    Sealer.Sealed sealed = Sealer.encrypt(context.info(recipientRecord), key, randomness, content);
    return new SealedPart(recipientRecord, sealed.encapsulation(), sealed.ciphertext());
  }

  /// What was sealed, for exactly this place.
  ///
  /// @param key the private key of the node record the part names
  /// @throws WireException UNSEAL_FAILED if key or place is another or a bit was changed
  public Bytes unseal(PartContext context, SealingKey key) throws WireException {
    return Sealer.decrypt(context.info(recipientRecord), key, encapsulation, ciphertext);
  }

  /// Reads a part; nothing is opened.
  ///
  /// @throws WireException if it is not in the form of docs/spec/attachments.md
  public static SealedPart parse(Bytes bytes) throws WireException {
    if (bytes.size() > MAX_BYTES) {
      throw new WireException(WireException.Code.TOO_LARGE);
    }
    if (!bytes.startsWith(MAGIC)) {
      throw new WireException(WireException.Code.UNKNOWN_PROTOCOL);
    }
    try {
      ByteReader in = new ByteReader(bytes.slice(MAGIC.size(), bytes.size()));
      long recipientRecord = in.readU63();
      Bytes encapsulation = in.read(Suite.ENCAPSULATION_BYTES);
      Bytes ciphertext = in.readSized(MAX_CIPHERTEXT);
      in.finish();
      return new SealedPart(recipientRecord, encapsulation, ciphertext);
    } catch (MalformedBytesException | IllegalArgumentException e) {
      throw new WireException(WireException.Code.MALFORMED);
    }
  }

  /// The bytes as answered.
  public Bytes toBytes() {
    return new ByteWriter()
        .raw(MAGIC)
        .u63(recipientRecord)
        .raw(encapsulation)
        .sized(ciphertext)
        .toBytes();
  }
}
