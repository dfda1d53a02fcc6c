// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.record;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.port.Store;
import lat.enlace.ledger.Checkpoint;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.Successor;

/// What the database must forget of a log that ended, and the first entries of its successor, by
/// the page, because either may be longer than memory. Wherever it is broken off, the next opening
/// goes on (docs/spec/ledger.md, "Successor logs").
final class Succession {
  private static final int PAGE = 512;

  /// Before the keys of what waited in the outbox of the log that ended.
  private static final String AGAIN = "again";

  private final Checkpoint ended;

  /// Of the log whose highest known head is {@code ended}.
  Succession(Checkpoint ended) {
    this.ended = ended;
  }

  /// Puts the places in the old log aside, then enters that it ended. {@link #resume} does the
  /// rest.
  void begin(Journal journal, Store store) throws ExchangeException {
    boolean more;
    do {
      more = store.write(this::putAside);
    } while (more);
    Work work = journal.begin();
    work.enter(
        Draft.kept(
            EntryType.SUCCESSOR,
            new Successor(ended).opening(journal.freshSalt()).content(),
            List.of(),
            List.of()));
    journal.commit(work);
  }

  /// Enters what waits from a log that ended in its successor, so that it goes out again.
  static void resume(Journal journal) throws ExchangeException {
    List<Store.Row> page;
    do {
      Work work = journal.begin();
      page = work.scan(Store.Space.PENDING, AGAIN + " ", "", PAGE);
      for (Store.Row row : page) {
        work.delete(Store.Space.PENDING, row.key());
        again(work, journal, Stored.read(row.value(), String.class));
      }
      if (!work.isEmpty()) {
        journal.commit(work);
      }
    } while (!page.isEmpty());
  }

  /// One page of each space.
  ///
  /// @return whether there was any
  private boolean putAside(Store.Transaction tx) {
    boolean any = false;
    for (Store.Row place : tx.scan(Store.Space.INDEX, "", "", PAGE)) {
      EndedLogs.putAside(tx, ended.origin(), place);
      any = true;
    }
    for (Store.Row pending : pending(tx)) {
      tx.delete(Store.Space.PENDING, pending.key());
      any = true;
    }
    for (Store.Row waiting : tx.scan(Store.Space.OUTBOX, "", "", PAGE)) {
      tx.delete(Store.Space.OUTBOX, waiting.key());
      tx.put(Store.Space.PENDING, Keys.of(AGAIN, waiting.key()), waiting.value());
      any = true;
    }
    return any;
  }

  /// What the old log left unfinished, before and behind what was put aside.
  private static List<Store.Row> pending(Store.Transaction tx) {
    List<Store.Row> group = tx.scan(Store.Space.PENDING, Pending.KEY, "", PAGE);
    return group.isEmpty() ? tx.scan(Store.Space.PENDING, Pending.SEND, "", PAGE) : group;
  }

  private static void again(Work work, Journal journal, String id) {
    journal
        .opening(id)
        .filter(row -> !row.erased())
        .ifPresent(row -> {
          Bytes content = row.content();
          work.enter(new Draft(EntryType.DISPATCH, content, row.about(), row.partner(), true));
        });
  }
}
