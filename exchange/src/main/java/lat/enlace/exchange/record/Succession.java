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

/// What the database must forget of a log that ended, and the first entries of its successor, in
/// one work: whatever happens, it is done whole or begun again (docs/spec/ledger.md, "Successor
/// logs").
final class Succession {
  private final Checkpoint ended;

  /// Of the log whose highest known head is {@code ended}.
  Succession(Checkpoint ended) {
    this.ended = ended;
  }

  /// Enters that the old log ended; what partners had not receipted goes out again, under the new
  /// log. Places in the old log are kept aside.
  void begin(Journal journal) throws ExchangeException {
    Work work = journal.begin();
    List<Store.Row> waiting = all(work, Store.Space.OUTBOX, "");
    for (Store.Row place : all(work, Store.Space.INDEX, "")) {
      work.delete(Store.Space.INDEX, place.key());
      work.put(
          Store.Space.META, Keys.of("ended", ended.origin().value(), place.key()), place.value());
    }
    for (Store.Row pending : all(work, Store.Space.PENDING, "")) {
      work.delete(Store.Space.PENDING, pending.key());
    }
    work.enter(
        Draft.kept(
            EntryType.SUCCESSOR,
            new Successor(ended).opening(journal.freshSalt()).content(),
            List.of(),
            List.of()));
    for (Store.Row row : waiting) {
      work.delete(Store.Space.OUTBOX, row.key());
      again(work, journal, Stored.read(row.value(), String.class));
    }
    journal.commit(work);
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

  private static List<Store.Row> all(Work work, Store.Space space, String prefix) {
    return work.scan(space, prefix, "", Integer.MAX_VALUE);
  }
}
