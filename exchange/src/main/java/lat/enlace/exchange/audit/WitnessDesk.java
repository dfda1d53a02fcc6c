// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.audit;

import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Witnessing;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.LogKeys;
import lat.enlace.ledger.Quorum;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.note.VerifierKey;

/// Heads of the own log that witnesses cosigned. The last one is kept; proofs of what it covers are
/// made under it and carry the witnesses' lines.
public final class WitnessDesk implements Witnessing {
  private final Journal journal;
  private final LogKeys own;

  /// Of the log with the keys {@code own}.
  public WitnessDesk(Journal journal, LogKeys own) {
    this.journal = journal;
    this.own = own;
  }

  /// What a proof is made under.
  record Cosigned(SignedCheckpoint head, List<String> witnesses) {}

  @Override
  public SignedCheckpoint head() throws ExchangeException {
    return journal.head();
  }

  @Override
  public List<Hash> path(long size, SignedCheckpoint head) throws ExchangeException {
    if (size < 0 || size > head.checkpoint().size()) {
      throw new ExchangeException(
          ExchangeException.Code.INVALID_FORM, "the log had fewer entries at that head");
    }
    return journal
        .guarded(() -> journal.view(head.checkpoint().size()).consistencyFrom(size))
        .path();
  }

  @Override
  public void keep(SignedCheckpoint cosigned, Quorum witnesses) throws ExchangeException {
    try {
      own.verify(cosigned);
      witnesses.verify(cosigned);
    } catch (LedgerException e) {
      throw new ExchangeException(
          ExchangeException.Code.NOT_TRUSTED, "not a head that the witnesses cosigned", e);
    }
    Work work = journal.begin();
    List<String> keys = witnesses.keys().stream().map(VerifierKey::text).toList();
    work.put(Store.Space.META, WitnessedRow.KEY, new WitnessedRow(cosigned.bytes(), keys));
    journal.commit(work);
  }

  /// The last head that was cosigned, if it covers the entry at {@code index} of the log that goes
  /// on.
  Optional<Cosigned> covering(long index) {
    return journal
        .read(view -> view.get(Store.Space.META, WitnessedRow.KEY))
        .map(bytes -> Stored.read(bytes, WitnessedRow.class))
        .map(row -> new Cosigned(read(row), row.witnesses()))
        .filter(cosigned -> cosigned.head().checkpoint().origin().equals(own.origin()))
        .filter(cosigned -> cosigned.head().checkpoint().size() > index);
  }

  private static SignedCheckpoint read(WitnessedRow row) {
    try {
      return SignedCheckpoint.parse(row.checkpoint());
    } catch (LedgerException e) {
      throw new StoreException(StoreException.Code.CORRUPT, e);
    }
  }
}
