// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.ledger;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.LogKeys;
import lat.enlace.ledger.Origin;
import lat.enlace.ledger.ProofPolicy;
import lat.enlace.ledger.Quorum;
import lat.enlace.note.NoteException;
import lat.enlace.note.SignatureType;
import lat.enlace.note.VerifierKey;

/// The file of keys a verifier trusts: one verifier key per line, then {@code quorum k}. The keys
/// named after the log are the log's; all others are witnesses, of whom k must have cosigned.
final class KeysText {
  private static final int MOST_LINES = 64;
  private static final String QUORUM = "quorum ";

  private KeysText() {}

  static ProofPolicy policy(Bytes file, Origin origin) throws LedgerException {
    try {
      return read(file.text().lines().filter(line -> !line.isBlank()).toList(), origin);
    } catch (MalformedBytesException | NoteException | IllegalArgumentException e) {
      throw new LedgerException(LedgerException.Code.KEYS, e);
    }
  }

  private static ProofPolicy read(List<String> lines, Origin origin)
      throws NoteException, LedgerException {
    if (lines.size() > MOST_LINES) {
      throw new LedgerException(LedgerException.Code.KEYS);
    }
    List<VerifierKey> own = new ArrayList<>();
    List<VerifierKey> witnesses = new ArrayList<>();
    int needed = 0;
    for (String line : lines) {
      if (line.startsWith(QUORUM)) {
        needed = Integer.parseInt(line.substring(QUORUM.length()).strip());
      } else {
        VerifierKey key = VerifierKey.parse(line);
        (key.name().equals(origin.keyName()) ? own : witnesses).add(key);
      }
    }
    LogKeys log =
        new LogKeys(
            origin, one(own, SignatureType.ED25519), one(own, SignatureType.ML_DSA_44_COSIGNATURE));
    return new ProofPolicy(log, needed == 0 ? Quorum.NONE : new Quorum(witnesses, needed));
  }

  private static VerifierKey one(List<VerifierKey> keys, SignatureType type)
      throws LedgerException {
    List<VerifierKey> fitting = keys.stream().filter(key -> key.type() == type).toList();
    if (fitting.size() != 1) {
      throw new LedgerException(LedgerException.Code.KEYS);
    }
    return fitting.getFirst();
  }
}
