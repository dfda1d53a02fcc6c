// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.item;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import lat.enlace.exchange.Asking.DueItem;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Expiry;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.ItemId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;

/// The review before an item's day: a person renews it, with a reason, or it is erased
/// (docs/spec/handling.md, "Review").
public final class Reviewing {
  private final Journal journal;
  private final Items items;

  /// Of {@code items}.
  public Reviewing(Journal journal, Items items) {
    this.journal = journal;
    this.items = items;
  }

  /// Items whose day is near, the nearest first, without what they hold.
  public List<DueItem> due(Officer by) {
    if (!Roles.any(by, DispatchKind.DISCLOSURE, Role.ANALYST, Role.DUTY_OFFICER)) {
      return List.of();
    }
    Work work = journal.begin();
    LocalDate today = Retention.today(work);
    return Retention.near(work, today, Expiry.REVIEW_DAYS).stream()
        .filter(row -> items.concerns(work, by, row))
        .map(row -> row.on(today))
        .map(row ->
            new DueItem(row.item(), row.originator(), row.caseReference(), row.renewable(today)))
        .filter(due -> !due.expiries().isEmpty())
        .sorted(Comparator.comparing(due -> due.expiries().getFirst().day()))
        .toList();
  }

  /// Keeps what of an item is due for as long again. Whoever renews reads it: the reading is
  /// entered and reported with the same reason.
  ///
  /// @return what was renewed, with its new days
  /// @throws ExchangeException with code WRONG_STATE if nothing of it is due or may be renewed,
  ///   else as for a reading
  public List<Expiry> renew(Officer by, ItemId item, CaseReference caseReference, String reason)
      throws ExchangeException {
    Work work = journal.begin();
    ItemRow row = items.enterReading(work, by, item, caseReference, reason);
    List<Expiry> due = row.renewable(Retention.today(work));
    if (due.isEmpty()) {
      throw new ExchangeException(
          ExchangeException.Code.WRONG_STATE,
          "nothing of it may be renewed now: a renewal is for the last "
              + Expiry.REVIEW_DAYS
              + " days, where the agreement has one");
    }
    ItemRow renewed = row.renewed(due);
    work.put(Store.Space.ITEM, ItemRow.key(row.originator(), item), renewed);
    Retention.await(work, renewed);
    work.enter(
        Draft.kept(
            EntryType.JUDGEMENT,
            Stored.of(new Renewed(by.id(), item, due, reason)),
            List.of(row.question()),
            List.of(row.originator())));
    journal.commit(work);
    return due.stream().map(Expiry::renewed).toList();
  }

  private record Renewed(OfficerId by, ItemId item, List<Expiry> from, String reason) {}
}
