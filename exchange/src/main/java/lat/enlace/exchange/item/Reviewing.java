// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.item;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lat.enlace.exchange.Asking.DueItem;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Expiry;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.link.Rows;
import lat.enlace.exchange.peer.Accords;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.instrument.Standing;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.ItemId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.InstrumentRef;

/// The review before an item's day: a person renews it, with a reason, or it is erased
/// (docs/spec/handling.md, "Review").
public final class Reviewing {
  private final Journal journal;
  private final Items items;
  private final Accords accords;

  /// Of {@code items}, under {@code accords}.
  public Reviewing(Journal journal, Items items, Accords accords) {
    this.journal = journal;
    this.items = items;
    this.accords = accords;
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
            new DueItem(row.item(), row.originator(), row.caseReference(), renewable(work, row)))
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
    List<Expiry> due = renewable(work, row);
    if (due.isEmpty()) {
      throw new ExchangeException(
          ExchangeException.Code.WRONG_STATE,
          "nothing of it may be renewed now: a renewal is for the last "
              + Expiry.REVIEW_DAYS
              + " days, where the agreement has one and has not ended");
    }
    ItemRow renewed = row.renewed(due);
    Attached.keep(work, renewed);
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

  /// What was agreed to be renewed is so while it is agreed: a suspension ends nothing.
  private List<Expiry> renewable(Work work, ItemRow row) {
    boolean agreed =
        accords.stateOf(row.originator()).stream()
            .flatMap(state ->
                under(work, row).map(signed -> accords.standing(work, signed.instrument(), state)))
            .anyMatch(standing -> standing.state() != Standing.State.ENDED);
    return agreed ? row.renewable(Retention.today(work)) : List.of();
  }

  /// The agreement under which the item came; once the dispatch that says so is destroyed, any with
  /// its originator.
  private Stream<SignedInstrument> under(Work work, ItemRow row) {
    Optional<InstrumentId> cited =
        work.get(Store.Space.OPENING, row.proofs().getFirst(), Rows.Proof.class)
            .filter(proof -> !proof.content().isEmpty())
            .map(proof -> Written.read(proof.content()).header().basis())
            .flatMap(Basis::cited)
            .map(InstrumentRef::id);
    return accords.with(row.originator()).stream()
        .filter(signed -> cited.stream().allMatch(signed.instrument().id()::equals));
  }

  private record Renewed(OfficerId by, ItemId item, List<Expiry> from, String reason) {}
}
