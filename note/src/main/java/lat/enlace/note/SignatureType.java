// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.note;

import java.util.Optional;
import lat.enlace.bytes.Bytes;

/// The closed set of signature types read and written here (C2SP signed-note, "Signature types").
public enum SignatureType {
  /// Ed25519 over the note text, `0x01`.
  ED25519(0x01, "", Algorithm.ED25519, false),
  /// Ed25519 cosignature of a checkpoint with a time, `0x04` (C2SP tlog-cosignature).
  ED25519_COSIGNATURE(0x04, "", Algorithm.ED25519, true),
  /// ML-DSA-44 cosignature of a checkpoint with a time, `0x06` (C2SP tlog-cosignature). A log signs
  /// its own checkpoints with it too (C2SP tlog-checkpoint, "Signatures").
  ML_DSA_44_COSIGNATURE(0x06, "", Algorithm.ML_DSA_44, true),
  /// ML-DSA-44 over any note text: an unassigned type, hence `0xff` and a long identifier
  /// (`docs/spec/note.md`, "ML-DSA-44 over a text").
  ML_DSA_44_TEXT(0xff, "lat.enlace/ml-dsa-44-text/v1\n", Algorithm.ML_DSA_44, false);

  private final int tag;
  private final String longIdentifier;
  private final Algorithm algorithm;
  private final boolean timed;

  SignatureType(int tag, String longIdentifier, Algorithm algorithm, boolean timed) {
    this.tag = tag;
    this.longIdentifier = longIdentifier;
    this.algorithm = algorithm;
    this.timed = timed;
  }

  /// The type whose identifier begins `material`, the decoded third part of a verifier key.
  static Optional<SignatureType> startingWith(Bytes material) {
    for (SignatureType type : values()) {
      if (material.startsWith(type.identifier())) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /// The bytes that stand for the type in key ids and verifier keys.
  public Bytes identifier() {
    return Bytes.concat(Bytes.of(tag), Bytes.utf8(longIdentifier));
  }

  /// Length of a public key in bytes.
  public int publicKeyBytes() {
    return algorithm.publicKeyBytes;
  }

  /// Length of a signature in bytes, with its time if it has one.
  public int signatureBytes() {
    return algorithm.signatureBytes + (timed ? Long.BYTES : 0);
  }

  /// True if signatures carry the time at which they were made.
  public boolean timed() {
    return timed;
  }

  /// True if the type signs checkpoints only.
  public boolean checkpointsOnly() {
    return timed;
  }

  /// True if forging needs more than a large quantum computer.
  public boolean postQuantum() {
    return algorithm == Algorithm.ML_DSA_44;
  }

  Algorithm algorithm() {
    return algorithm;
  }
}
