// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.note.NoteException;
import lat.enlace.note.SignatureType;
import lat.enlace.note.VerifierKey;

/// A keys file: one verifier key a line, `quorum k` for how many witnesses must have cosigned, `#`
/// and empty lines for people. Keys with the name of a log are that log's; all others are
/// witnesses'.
public record TrustedKeys(List<VerifierKey> keys, int quorum) {
  private static final String QUORUM = "quorum ";
  private static final int MAX_BYTES = 1 << 20;

  /// Copies the keys.
  public TrustedKeys {
    keys = List.copyOf(keys);
    if (quorum < 0) {
      throw new IllegalArgumentException("negative quorum");
    }
  }

  /// Reads a keys file.
  ///
  /// @throws LedgerException with code KEYS
  public static TrustedKeys parse(Bytes file) throws LedgerException {
    List<VerifierKey> keys = new ArrayList<>();
    int quorum = 0;
    boolean stated = false;
    for (String line : decode(file).lines().map(String::strip).toList()) {
      if (line.startsWith(QUORUM) && !stated) {
        quorum = parseQuorum(line.substring(QUORUM.length()));
        stated = true;
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        keys.add(parseKey(line));
      }
    }
    if (keys.isEmpty()) {
      throw new LedgerException(LedgerException.Code.KEYS);
    }
    return new TrustedKeys(keys, quorum);
  }

  /// The keys of the log named `origin`; none if it is not in the file.
  public List<VerifierKey> of(Origin origin) {
    return keys.stream().filter(key -> key.name().equals(origin.keyName())).toList();
  }

  /// Whom to trust about the log named `origin`.
  ///
  /// @throws LedgerException with code KEYS if the file lacks one of the log's two keys, has others
  ///   of its name, or asks for more witnesses than it names
  public ProofPolicy policyFor(Origin origin) throws LedgerException {
    try {
      LogKeys log =
          new LogKeys(
              origin,
              only(origin, SignatureType.ED25519),
              only(origin, SignatureType.ML_DSA_44_COSIGNATURE));
      return new ProofPolicy(log, quorumFor(origin));
    } catch (IllegalArgumentException e) {
      throw new LedgerException(LedgerException.Code.KEYS, e);
    }
  }

  /// Who beside the log named `origin` must have cosigned it. A file that names no witness may
  /// count the log's own keys in its quorum.
  ///
  /// @throws LedgerException with code KEYS if the file asks for more than it names
  public Quorum quorumFor(Origin origin) throws LedgerException {
    List<VerifierKey> witnesses =
        keys.stream()
            .filter(key -> key.type().timed() && !key.name().equals(origin.keyName()))
            .toList();
    boolean ownSuffice = witnesses.isEmpty() && quorum <= of(origin).size();
    try {
      return ownSuffice ? Quorum.NONE : new Quorum(witnesses, quorum);
    } catch (IllegalArgumentException e) {
      throw new LedgerException(LedgerException.Code.KEYS, e);
    }
  }

  private VerifierKey only(Origin origin, SignatureType type) throws LedgerException {
    List<VerifierKey> found = of(origin).stream().filter(key -> key.type() == type).toList();
    if (found.size() != 1) {
      throw new LedgerException(LedgerException.Code.KEYS);
    }
    return found.getFirst();
  }

  private static int parseQuorum(String digits) throws LedgerException {
    try {
      return Math.toIntExact(ProofLines.parseDecimal(digits));
    } catch (LedgerException | ArithmeticException e) {
      throw new LedgerException(LedgerException.Code.KEYS, e);
    }
  }

  private static VerifierKey parseKey(String line) throws LedgerException {
    try {
      return VerifierKey.parse(line);
    } catch (NoteException e) {
      throw new LedgerException(LedgerException.Code.KEYS, e);
    }
  }

  private static String decode(Bytes file) throws LedgerException {
    if (file.size() > MAX_BYTES) {
      throw new LedgerException(LedgerException.Code.KEYS);
    }
    try {
      return file.text();
    } catch (MalformedBytesException e) {
      throw new LedgerException(LedgerException.Code.KEYS, e);
    }
  }
}
