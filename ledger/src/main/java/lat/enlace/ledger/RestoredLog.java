// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.Collection;
import lat.enlace.bytes.Hash;

/// What partners have seen of a log, compared with what its owner has after a restore. Only a log
/// that is {@link Current} may be appended to.
public sealed interface RestoredLog {
  /// Partners have seen nothing that is not here.
  record Current() implements RestoredLog {}

  /// Partners have seen entries that are missing here. If they cannot be had back, the log ends and
  /// a {@link Successor} begins.
  record Behind(VerifiedCheckpoint seen) implements RestoredLog {}

  /// A partner holds a head with other entries than those here: the log has been forked already.
  record Forked(VerifiedCheckpoint seen) implements RestoredLog {}

  /// Judges `own` by the heads of this log that partners hold.
  ///
  /// @throws LedgerException with code WRONG_ORIGIN if a head is of another log, MISSING or CORRUPT
  static RestoredLog judge(Origin origin, LogView own, Collection<VerifiedCheckpoint> seen)
      throws LedgerException, LogStorageException {
    RestoredLog verdict = new Current();
    long highest = own.size();
    for (VerifiedCheckpoint head : seen) {
      if (!head.origin().equals(origin)) {
        throw new LedgerException(LedgerException.Code.WRONG_ORIGIN);
      }
      if (head.size() <= own.size() && !rootAt(own, head.size()).equals(head.root())) {
        return new Forked(head);
      }
      if (head.size() > highest) {
        highest = head.size();
        verdict = new Behind(head);
      }
    }
    return verdict;
  }

  private static Hash rootAt(LogView own, long size) throws LedgerException, LogStorageException {
    return own.at(size).root();
  }
}
