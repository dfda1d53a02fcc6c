// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;

/// Says that a log follows one that can no longer be continued: the last head of the old log, as
/// the content of the first entry of the new one (`docs/spec/ledger.md`, "Successor logs").
public record Successor(Checkpoint ended) {
  private static final String LABEL = "enlace/successor/v1\n";

  /// Creates the new log with this as its first entry, published. Give the opening, made with
  /// `salt`, to every partner.
  ///
  /// @throws LedgerException with code WRONG_ORIGIN if the new log would bear the name of the old,
  ///   or LOG_EXISTS
  public Log begin(LogPorts ports, LogSettings settings, Bytes salt)
      throws LedgerException, LogStorageException {
    if (ports.signer().origin().equals(ended.origin())) {
      throw new LedgerException(LedgerException.Code.WRONG_ORIGIN);
    }
    Log log = Log.create(ports, settings);
    log.append(List.of(opening(salt).commit(EntryType.SUCCESSOR).entry()));
    log.publish();
    return log;
  }

  /// What opens the first entry.
  public Opening opening(Bytes salt) {
    return new Opening(salt, Bytes.utf8(LABEL + ended.text()));
  }

  /// Reads what the first entry of a log says, from its opening and a proof that it stands there.
  ///
  /// @throws LedgerException with code OUT_OF_RANGE if it is not the first entry, OPENING_MISMATCH,
  ///   ENTRY_FORM, or CHECKPOINT
  public static Successor verify(IncludedLeaf leaf, Opening opening) throws LedgerException {
    if (leaf.index() != 0) {
      throw new LedgerException(LedgerException.Code.OUT_OF_RANGE);
    }
    if (!opening.commit(EntryType.SUCCESSOR).leafHash().equals(leaf.leafHash())) {
      throw new LedgerException(LedgerException.Code.OPENING_MISMATCH);
    }
    return new Successor(Checkpoint.parse(contentAfterLabel(opening)));
  }

  private static String contentAfterLabel(Opening opening) throws LedgerException {
    try {
      String text = opening.content().text();
      if (!text.startsWith(LABEL)) {
        throw new LedgerException(LedgerException.Code.ENTRY_FORM);
      }
      return text.substring(LABEL.length());
    } catch (MalformedBytesException e) {
      throw new LedgerException(LedgerException.Code.ENTRY_FORM, e);
    }
  }
}
