// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.link;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.record.Journal;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.LogKeys;
import lat.enlace.ledger.RestoredLog;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.ledger.VerifiedCheckpoint;

/// Whether this node's ledger is older than one it signed before (docs/spec/exchange.md,
/// "Rollback"). Only a head under this node's own two signatures says so; nothing a partner claims.
final class Rollback {
  private final Journal journal;
  private final LogKeys own;

  Rollback(Journal journal, LogKeys own) {
    this.journal = journal;
    this.own = own;
  }

  /// Compares a head that a partner shows with what is here.
  ///
  /// @throws ExchangeException with code NOT_TRUSTED if this node did not sign it; UNAVAILABLE, for
  ///   this call and all that follow, if the ledger here does not hold what it covers
  void judge(Bytes head) throws ExchangeException {
    VerifiedCheckpoint seen;
    try {
      seen = own.verify(SignedCheckpoint.parse(head));
    } catch (LedgerException e) {
      throw new ExchangeException(
          ExchangeException.Code.NOT_TRUSTED, "not a head of this node's log", e);
    }
    var view = journal.view();
    switch (journal.guarded(() -> RestoredLog.judge(own.origin(), view, List.of(seen)))) {
      case RestoredLog.Current _ -> {
        // The partner saw nothing that is not here.
      }
      case RestoredLog.Behind _, RestoredLog.Forked _ -> journal.stop();
    }
  }
}
