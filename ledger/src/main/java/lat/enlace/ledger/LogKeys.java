// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.List;
import lat.enlace.note.NoteException;
import lat.enlace.note.SignatureType;
import lat.enlace.note.VerifiedNote;
import lat.enlace.note.VerifierKey;

/// The two keys of a log: Ed25519 and ML-DSA-44, both named after its origin. A checkpoint counts
/// only if the lines of both verify.
public record LogKeys(Origin origin, VerifierKey ed25519, VerifierKey mlDsa44) {
  /// Checks names and types.
  public LogKeys {
    boolean named =
        ed25519.name().equals(origin.keyName()) && mlDsa44.name().equals(origin.keyName());
    if (!named
        || ed25519.type() != SignatureType.ED25519
        || mlDsa44.type() != SignatureType.ML_DSA_44_COSIGNATURE) {
      throw new IllegalArgumentException("not the two keys of this log");
    }
  }

  /// Both keys, Ed25519 first.
  public List<VerifierKey> all() {
    return List.of(ed25519, mlDsa44);
  }

  /// Verifies both lines of `signed`.
  ///
  /// @throws LedgerException with code WRONG_ORIGIN, or CHECKPOINT and the reason as its cause
  public VerifiedCheckpoint verify(SignedCheckpoint signed) throws LedgerException {
    if (!signed.checkpoint().origin().equals(origin)) {
      throw new LedgerException(LedgerException.Code.WRONG_ORIGIN);
    }
    try {
      VerifiedNote verified = signed.note().verifyAll(all());
      return new VerifiedCheckpoint(signed, verified, this);
    } catch (NoteException e) {
      throw new LedgerException(LedgerException.Code.CHECKPOINT, e);
    }
  }
}
