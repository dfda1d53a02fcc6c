// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.time.Instant;
import lat.enlace.note.Note;
import lat.enlace.note.NoteException;
import lat.enlace.note.NoteSigner;

/// The two signing keys of a log. `ed25519` makes lines of type ED25519, `mlDsa44` of type
/// ML_DSA_44_COSIGNATURE, and both bear the origin as their name.
public record LogSigner(NoteSigner ed25519, NoteSigner mlDsa44) {
  /// Checks that the keys belong to one log.
  public LogSigner {
    new LogKeys(
        new Origin(ed25519.verifierKey().name().value()),
        ed25519.verifierKey(),
        mlDsa44.verifierKey());
  }

  /// The public halves.
  public LogKeys keys() {
    return new LogKeys(origin(), ed25519.verifierKey(), mlDsa44.verifierKey());
  }

  /// The log these keys sign for.
  public Origin origin() {
    return new Origin(ed25519.verifierKey().name().value());
  }

  /// Signs a head with both keys. Whoever calls this vouches that the head is consistent with every
  /// head signed before; only {@link Log} should.
  ///
  /// @throws LedgerException with code WRONG_ORIGIN, or CHECKPOINT if a signer cannot sign
  SignedCheckpoint sign(Checkpoint checkpoint, Instant at) throws LedgerException {
    if (!checkpoint.origin().equals(origin())) {
      throw new LedgerException(LedgerException.Code.WRONG_ORIGIN);
    }
    try {
      Note note = Note.unsigned(checkpoint.text()).sign(ed25519, at).sign(mlDsa44, at);
      return new SignedCheckpoint(checkpoint, note);
    } catch (NoteException e) {
      throw new LedgerException(LedgerException.Code.CHECKPOINT, e);
    }
  }

  @Override
  public String toString() {
    return "LogSigner[" + origin() + "]";
  }
}
