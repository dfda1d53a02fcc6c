// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.item;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Recalling;
import lat.enlace.exchange.decide.Floor;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.decide.Stated;
import lat.enlace.exchange.link.Received;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.ItemId;
import lat.enlace.model.RecallAction;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.entity.Entity;
import lat.enlace.wire.ErrorCode;
import lat.enlace.wire.batch.Receipt;

/// Recalls at the originator and at the holder. A recall is carried out when it arrives; what the
/// holder did is told back (row M6).
public final class RecallDesk implements Recalling {
  private static final ErrorCode UNKNOWN_REFERENCE = new ErrorCode("UNKNOWN_REFERENCE");
  private static final String LEGAL_BASIS = "originator control";

  private final Journal journal;
  private final Letters letters;
  private final Floor floor;
  private final Forgetting forgetting;

  /// With what a recall needs.
  public RecallDesk(Journal journal, Letters letters, Floor floor) {
    this.journal = journal;
    this.letters = letters;
    this.floor = floor;
    this.forgetting = new Forgetting(journal, letters);
  }

  @Override
  public int forgetAgain() throws ExchangeException {
    return forgetting.again();
  }

  @Override
  public List<GivenItem> given(Officer by) {
    if (!Roles.any(by, DispatchKind.RECALL, Role.DUTY_OFFICER, Role.RIGHTS_OFFICER)) {
      return List.of();
    }
    Work work = journal.begin();
    return work.all(Store.Space.GIVEN, "", GivenRow.class).stream()
        .map(row ->
            new GivenItem(row.item(), row.holder(), row.schema(), row.given(), readings(work, row)))
        .toList();
  }

  private static List<ReadingView> readings(Work work, GivenRow row) {
    return work.all(Store.Space.READING, Keys.of(row.item(), ""), ReadingView.class);
  }

  @Override
  public RecallView recall(
      Officer by, ItemId item, RecallAction action, String reason, List<Entity> replacement)
      throws ExchangeException {
    Role role = Roles.require(by, DispatchKind.RECALL, Role.DUTY_OFFICER, Role.RIGHTS_OFFICER);
    Stated.require(reason, "say the reason");
    Work work = journal.begin();
    GivenRow given =
        work.get(Store.Space.GIVEN, item.value(), GivenRow.class)
            .orElseThrow(
                () -> new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such item"));
    Body.Recall recall = body(item, action, reason, replacement);
    Basis basis = new Basis.Humanitarian(given.caseReference(), LEGAL_BASIS);
    var cover = Letters.Cover.plain(by, role, given.holder(), basis);
    Letters.Letter letter = letters.write(work, cover, recall);
    floor.permitOut(work, letter);
    letters.send(work, letter);
    RecallRow row =
        new RecallRow(
            letter.id(), item, given.holder(), true, action, RecallView.State.QUEUED, work.now());
    put(work, row);
    journal.commit(work);
    return row.view();
  }

  private static Body.Recall body(
      ItemId item, RecallAction action, String reason, List<Entity> replacement)
      throws ExchangeException {
    try {
      return new Body.Recall(item, action, reason, replacement);
    } catch (IllegalArgumentException e) {
      throw new ExchangeException(
          ExchangeException.Code.INVALID_FORM, "a correction, and only it, brings one entity", e);
    }
  }

  @Override
  public List<RecallView> recalls(Officer by) {
    if (!Roles.any(by, DispatchKind.RECALL, Role.DUTY_OFFICER, Role.RIGHTS_OFFICER, Role.ANALYST)) {
      return List.of();
    }
    return journal.begin().all(Store.Space.RECALL, "", RecallRow.class).stream()
        .map(RecallRow::view)
        .sorted(Comparator.comparing(RecallView::id).reversed())
        .toList();
  }

  /// Refuses the outcome of a recall that this node did not send to the partner, or whose outcome
  /// it has: what a holder did is said once.
  public List<ErrorCode> refusal(Work work, Received received, Body.RecallOutcome outcome) {
    return work.get(Store.Space.RECALL, outcome.recall().toString(), RecallRow.class)
            .filter(row -> row.sent() && row.partner().equals(received.from()))
            .filter(row -> row.state().isOpen())
            .isPresent()
        ? List.of()
        : List.of(UNKNOWN_REFERENCE);
  }

  /// Refuses the notice of a reading of something this node never gave to the partner.
  public List<ErrorCode> refusal(Work work, Received received, Body.Reading reading) {
    return work.get(Store.Space.GIVEN, reading.item().value(), GivenRow.class)
            .filter(row -> row.holder().equals(received.from()))
            .isPresent()
        ? List.of()
        : List.of(UNKNOWN_REFERENCE);
  }

  /// Keeps the notice of a reading.
  public void take(Work work, Received received, Body.Reading reading) {
    work.put(
        Store.Space.READING,
        Keys.of(reading.item(), received.index()),
        new ReadingView(
            reading.unit().value(),
            reading.role().code(),
            reading.caseReference().value(),
            reading.reason(),
            reading.at(),
            reading.reader().value()));
  }

  /// Carries a recall out and says so.
  public void take(Work work, Received received, Body.Recall recall) throws ExchangeException {
    DispatchId id = received.dispatch().header().id();
    var held =
        work.get(Store.Space.ITEM, ItemRow.key(received.from(), recall.item()), ItemRow.class)
            .filter(row -> !row.isGone());
    Body.RecallOutcome.Act act =
        held.isPresent() ? Body.RecallOutcome.Act.ACTED : Body.RecallOutcome.Act.NOT_HELD;
    held.ifPresentOrElse(
        row -> carryOut(work, row, recall, received),
        () -> Items.eraseProof(work, received.proof()));
    Basis basis = received.dispatch().header().basis();
    var cover = Letters.Cover.plain(letters.desk(), Role.DUTY_OFFICER, received.from(), basis);
    Letters.Letter letter = letters.write(work, cover, new Body.RecallOutcome(id, act, ""));
    floor.permitOut(work, letter);
    letters.send(work, letter);
    put(
        work,
        new RecallRow(
            id,
            recall.item(),
            received.from(),
            false,
            recall.action(),
            state(act),
            work.now().truncatedTo(ChronoUnit.MILLIS)));
  }

  /// Notes what the holder did.
  public void take(Work work, Body.RecallOutcome outcome) {
    work.get(Store.Space.RECALL, outcome.recall().toString(), RecallRow.class)
        .ifPresent(row -> put(work, row.in(state(outcome.act()))));
  }

  /// The holder has the recall.
  public void delivered(Work work, DispatchId id, Receipt.Outcome outcome) {
    work.get(Store.Space.RECALL, id.toString(), RecallRow.class)
        .filter(row -> row.state() == RecallView.State.QUEUED)
        .ifPresent(row ->
            put(
                work,
                row.in(
                    switch (outcome) {
                      case Receipt.Outcome.Accepted() -> RecallView.State.DELIVERED;
                      case Receipt.Outcome.Refused _ -> RecallView.State.CONTESTED;
                    })));
  }

  private void carryOut(Work work, ItemRow row, Body.Recall recall, Received received) {
    ItemRow now =
        switch (recall.action()) {
          case CORRECT -> row.corrected(recall.replacement().getFirst(), received.proof());
          case NARROW -> row.narrowed(Forgetting.narrowed(row.handling()));
          case WITHDRAW -> row.withdrawn();
          case ERASE -> row.erased();
        };
    if (recall.action() == RecallAction.ERASE || recall.action() == RecallAction.CORRECT) {
      Retention.eraseBytes(work, row);
    }
    forgetting.mark(work, row, recall.action());
    work.put(Store.Space.ITEM, ItemRow.key(row.originator(), row.item()), now);
    Retention.await(work, now);
    work.enter(
        Draft.kept(
            EntryType.ERASURE,
            Stored.of(new Acted(recall.item(), recall.action())),
            List.of(received.dispatch().header().id(), row.question()),
            List.of(row.originator())));
  }

  private static RecallView.State state(Body.RecallOutcome.Act act) {
    return switch (act) {
      case ACTED -> RecallView.State.ACTED;
      case NOT_HELD -> RecallView.State.NOT_HELD;
      case CONTESTED -> RecallView.State.CONTESTED;
    };
  }

  private static void put(Work work, RecallRow row) {
    work.put(Store.Space.RECALL, row.id().toString(), row);
  }

  private record Acted(ItemId item, RecallAction action) {}
}
