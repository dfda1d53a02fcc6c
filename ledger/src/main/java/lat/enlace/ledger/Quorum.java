// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lat.enlace.note.KeyName;
import lat.enlace.note.NoteException;
import lat.enlace.note.VerifiedNote;
import lat.enlace.note.VerifiedSignature;
import lat.enlace.note.VerifierKey;

/// At least `needed` of the witnesses that hold `keys` must have cosigned. Keys with one name
/// belong to one witness, which counts once.
public record Quorum(List<VerifierKey> keys, int needed) {
  /// Asks for nobody.
  public static final Quorum NONE = new Quorum(List.of(), 0);

  /// Checks types, and that the quorum can be reached.
  public Quorum {
    keys = List.copyOf(keys);
    if (keys.stream().anyMatch(key -> !key.type().timed())) {
      throw new IllegalArgumentException("a witness key signs cosignatures");
    }
    if (needed < 0 || needed > keys.stream().map(VerifierKey::name).distinct().count()) {
      throw new IllegalArgumentException("a quorum that cannot be reached");
    }
  }

  /// Verifies every line of `signed` by these witnesses and counts them. Not of the log's own name.
  ///
  /// @throws LedgerException with code QUORUM, or CHECKPOINT if a line by a known witness is wrong
  public List<Cosignature> verify(SignedCheckpoint signed) throws LedgerException {
    List<Cosignature> found = new ArrayList<>();
    Set<KeyName> names = new HashSet<>();
    for (VerifiedSignature line : verifiedLines(signed)) {
      if (!line.key().name().equals(signed.checkpoint().origin().keyName())) {
        found.add(new Cosignature(line));
        names.add(line.key().name());
      }
    }
    if (names.size() < needed) {
      throw new LedgerException(LedgerException.Code.QUORUM);
    }
    return List.copyOf(found);
  }

  private List<VerifiedSignature> verifiedLines(SignedCheckpoint signed) throws LedgerException {
    try {
      VerifiedNote verified = signed.note().verify(keys);
      return verified.signatures();
    } catch (NoteException e) {
      if (e.code() == NoteException.Code.NO_KNOWN_SIGNATURE) {
        return List.of();
      }
      throw new LedgerException(LedgerException.Code.CHECKPOINT, e);
    }
  }
}
