// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import lat.enlace.ledger.Checkpoint;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.LogReader;
import lat.enlace.ledger.LogStorageException;

/// Whether a log still contains all that an older checkpoint committed to.
///
/// @param outcome what was found
/// @param size the size of the older tree; 0 where there is none
/// @param detail the code of what is wrong, empty where nothing is
record LedgerSince(Outcome outcome, long size, String detail) {
  /// What was found.
  enum Outcome {
    NOT_ASKED,
    CONTAINED,
    NOT_CONTAINED,
    /// The older checkpoint is not one, or its signatures do not verify.
    UNUSABLE
  }

  static final LedgerSince NOT_ASKED = new LedgerSince(Outcome.NOT_ASKED, 0, "");

  static LedgerSince unusable(String code) {
    return new LedgerSince(Outcome.UNUSABLE, 0, code);
  }

  static LedgerSince compare(Checkpoint older, Checkpoint newer, LogReader log)
      throws LogStorageException {
    if (!older.origin().equals(newer.origin())) {
      return new LedgerSince(
          Outcome.NOT_CONTAINED, older.size(), LedgerException.Code.WRONG_ORIGIN.name());
    }
    if (older.size() > newer.size()) {
      return new LedgerSince(
          Outcome.NOT_CONTAINED, older.size(), LedgerException.Code.OUT_OF_RANGE.name());
    }
    try {
      boolean same = log.at(older.size()).root().equals(older.root());
      return same
          ? new LedgerSince(Outcome.CONTAINED, older.size(), "")
          : new LedgerSince(
              Outcome.NOT_CONTAINED, older.size(), LedgerException.Code.ROOT_MISMATCH.name());
    } catch (LedgerException e) {
      return new LedgerSince(Outcome.NOT_CONTAINED, older.size(), e.code().name());
    }
  }

  boolean ok() {
    return outcome == Outcome.NOT_ASKED || outcome == Outcome.CONTAINED;
  }
}
