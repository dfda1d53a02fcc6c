// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.item;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.ActionCode;
import lat.enlace.model.Handling;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.ItemId;
import lat.enlace.model.RecallAction;

/// Recalls outlive the database they were carried out in: each leaves a mark beside the ledger and
/// its mirror, under a keyed digest of what brought the data, and a restored node carries out again
/// what the marks say before it opens (docs/spec/handling.md, "After a restore").
final class Forgetting {
  private static final int PAGE = 256;

  private final Journal journal;
  private final Marks marks;

  Forgetting(Journal journal, Letters letters) {
    this.journal = journal;
    this.marks = new Marks(journal, letters);
  }

  /// Marks what a recall does to {@code row}.
  void mark(Work work, ItemRow row, RecallAction action) {
    switch (action) {
      case ERASE, CORRECT -> row.proofs().forEach(proof -> marks.put(work, proof, Marks.ERASED));
      case WITHDRAW -> marks.put(work, row.proofs().getLast(), Marks.WITHDRAWN);
      case NARROW ->
          marks.put(
              work,
              row.proofs().getLast(),
              row.entity().isEmpty() ? Marks.WITHDRAWN : Marks.NARROWED);
    }
  }

  /// Carries out what the marks say, and erases whatever is due.
  ///
  /// @return how many items changed by the marks
  int again() throws ExchangeException {
    int changed = 0;
    String after = "";
    List<Store.Row> page;
    do {
      Work work = journal.begin();
      page = work.scan(Store.Space.ITEM, "", after, PAGE);
      for (Store.Row row : page) {
        changed += again(work, Stored.read(row.value(), ItemRow.class)) ? 1 : 0;
        after = row.key();
      }
      commit(work);
    } while (!page.isEmpty());
    Work ended = journal.begin();
    Consented.restored(ended);
    commit(ended);
    boolean more;
    do {
      Work work = journal.begin();
      more = Retention.tick(work);
      commit(work);
    } while (more);
    return changed;
  }

  private boolean again(Work work, ItemRow row) throws ExchangeException {
    if (row.isGone()) {
      return false;
    }
    Optional<String> word = marks.word(row.proofs().getLast());
    ItemRow now =
        switch (word.orElse("")) {
          case Marks.ERASED -> row.erased();
          case Marks.WITHDRAWN -> row.withdrawn();
          case Marks.NARROWED -> row.narrowed(narrowed(row.handling()));
          default -> row;
        };
    if (now.equals(row)) {
      return false;
    }
    if (now.isGone()) {
      Retention.eraseBytes(work, row);
    }
    Attached.keep(work, now);
    work.enter(
        Draft.kept(
            EntryType.ERASURE,
            Stored.of(new Again(row.item(), word.orElseThrow())),
            List.of(row.question()),
            List.of(row.originator())));
    return true;
  }

  static Handling narrowed(Handling handling) {
    Set<HandlingCode> codes = EnumSet.of(HandlingCode.H0, HandlingCode.H1, HandlingCode.H2);
    return handling.union(new Handling(codes, ActionCode.P1));
  }

  private void commit(Work work) throws ExchangeException {
    if (!work.isEmpty()) {
      journal.commit(work);
    }
  }

  private record Again(ItemId item, String word) {}
}
