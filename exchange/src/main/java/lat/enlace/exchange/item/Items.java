// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.item;

import java.util.List;
import java.util.Optional;
import lat.enlace.exchange.Asking.ReadItem;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.link.Received;
import lat.enlace.exchange.link.Rows;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.read.Readings;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.Obligation;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.AgencyId;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.ItemId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.WhatWasRead;
import lat.enlace.model.entity.Entity;

/// Items received, and reading them: the entry and the notice to the originator are durable before
/// the data are returned (invariant I5).
public final class Items {
  private final Journal journal;
  private final Letters letters;
  private final Readings readings;

  /// With what a reading needs.
  public Items(Journal journal, Letters letters, Readings readings) {
    this.journal = journal;
    this.letters = letters;
    this.readings = readings;
  }

  /// What a dispatch brought.
  ///
  /// @param opened what of it this node asked for, or may keep
  /// @param about the dispatch that asked for it; its own id where nobody asked
  @PersonalData
  public record Came(ItemId item, Entity whole, Entity opened, DispatchId about) {
    @Override
    public String toString() {
      return "Came[" + item + "]";
    }
  }

  /// Keeps of what a dispatch brought what is opened, for as long as {@code terms} allow. Bytes
  /// that hold more cannot lose a part and are destroyed at once.
  public void keep(Work work, Received received, Came came, List<Obligation.Keep> terms) {
    var header = received.dispatch().header();
    CaseReference caseReference = header.basis().forCase().orElseThrow();
    ItemRow empty =
        new ItemRow(
            came.item(),
            received.from(),
            caseReference,
            came.about(),
            header.handling(),
            List.of(),
            List.of(),
            work.now(),
            Retention.expiries(terms, Retention.today(work)),
            List.of());
    ItemRow whole = empty.corrected(came.opened(), received.proof());
    int leftOut = came.whole().statements().size() - came.opened().statements().size();
    ItemRow row = leftOut > 0 ? whole.withoutBytes() : whole;
    if (leftOut > 0) {
      eraseProof(work, received.proof());
      work.enter(
          Draft.kept(
              EntryType.ERASURE,
              Stored.of(new NotAsked(came.item(), leftOut)),
              List.of(header.id(), came.about()),
              List.of(received.from())));
    }
    Attached.keep(work, row);
    Retention.await(work, row);
  }

  /// Destroys salt and content of what was received: the path and the receipt still prove that
  /// something was there.
  ///
  /// @param proof key of what was received
  public static void eraseProof(Work work, String proof) {
    work.get(Store.Space.OPENING, proof, Rows.Proof.class)
        .ifPresent(row -> work.put(Store.Space.OPENING, proof, row.erase()));
  }

  /// Reads an item.
  public ReadItem read(Officer by, ItemId item, CaseReference caseReference, String reason)
      throws ExchangeException {
    Work work = journal.begin();
    ItemRow row = enterReading(work, by, item, caseReference, reason);
    journal.commit(work);
    return new ReadItem(
        item, row.originator(), row.handling(), row.entity().getFirst(), row.shown());
  }

  /// Enters and reports the reading of an item, also where a court or an auditor is to be shown the
  /// exact bytes that brought it.
  ///
  /// @return what of it may still be kept
  public ItemRow enterReading(
      Work work, Officer by, ItemId item, CaseReference caseReference, String reason)
      throws ExchangeException {
    Role role = Roles.require(by, DispatchKind.DISCLOSURE, Role.ANALYST, Role.DUTY_OFFICER);
    ItemRow row = held(work, item).orElseThrow(Items::notFound).on(Retention.today(work));
    if (row.entity().isEmpty() || !concerns(work, by, row)) {
      throw notFound();
    }
    if (!row.caseReference().equals(caseReference)) {
      throw new ExchangeException(
          ExchangeException.Code.REFUSED, "the item was disclosed for another case");
    }
    readings.report(
        work,
        new Readings.Reader(by, role, caseReference, reason),
        new Readings.Source(
            row.originator(), new WhatWasRead.Item(row.item()), List.of(row.question())));
    return row;
  }

  /// True if the officer's agency asked for it. What nobody asked for is every agency's whose work
  /// reaches so far.
  public boolean concerns(Work work, Officer by, ItemRow row) {
    return Written.find(journal, row.question())
        .map(asked -> asked.header().sender().agency().id().equals(by.agency().id()))
        .orElseGet(() -> Rows.received(work, row.question()).isPresent());
  }

  /// An item received, whatever is left of it.
  public Optional<ItemRow> held(Work work, ItemId item) {
    return work.all(Store.Space.ITEM, Keys.of(item, ""), ItemRow.class).stream().findFirst();
  }

  /// The agency under whose name the node answers by rule.
  public AgencyId deskAgency() {
    return letters.desk().agency().id();
  }

  /// True if an item of this id was received before, from whomever: ids name one item for ever.
  public boolean known(Work work, ItemId item) {
    return held(work, item).isPresent();
  }

  private static ExchangeException notFound() {
    return new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such item");
  }

  private record NotAsked(ItemId item, int leftOut) {}
}
