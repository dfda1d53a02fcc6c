// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.note;

import lat.enlace.bytes.ByteWriter;
import lat.enlace.bytes.Bytes;

/// The exact bytes that each signature type signs for a note text.
final class SignedMessage {
  private static final Bytes SUBTREE_LABEL = Bytes.utf8("subtree/v1\n\0");
  private static final Bytes TEXT_LABEL = Bytes.utf8("enlace/text/v1\n\0");

  private SignedMessage() {}

  /// For types without a time, `epochSeconds` is not used.
  static Bytes of(KeyName signer, SignatureType type, String text, long epochSeconds)
      throws NoteException {
    return switch (type) {
      case ED25519 -> Bytes.utf8(text);
      case ED25519_COSIGNATURE ->
          Bytes.utf8("cosignature/v1\ntime " + epochSeconds + "\n" + checkpoint(text).text());
      case ML_DSA_44_COSIGNATURE -> subtree(signer, checkpoint(text), epochSeconds);
      case ML_DSA_44_TEXT ->
          new ByteWriter()
              .raw(TEXT_LABEL)
              .u8(signer.bytes().size())
              .raw(signer.bytes())
              .raw(Bytes.utf8(text))
              .toBytes();
    };
  }

  /// `cosigned_message` of C2SP tlog-cosignature for a whole tree: start is 0.
  private static Bytes subtree(KeyName signer, CheckpointBody body, long epochSeconds) {
    Bytes origin = Bytes.utf8(body.origin());
    return new ByteWriter()
        .raw(SUBTREE_LABEL)
        .u8(signer.bytes().size())
        .raw(signer.bytes())
        .u63(epochSeconds)
        .u8(origin.size())
        .raw(origin)
        .u63(0)
        .u63(body.size())
        .hash(body.root())
        .toBytes();
  }

  private static CheckpointBody checkpoint(String text) throws NoteException {
    return CheckpointBody.parse(text);
  }
}
