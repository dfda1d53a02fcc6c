// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.item;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Recalling;
import lat.enlace.exchange.decide.Decider;
import lat.enlace.exchange.decide.Floor;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.decide.Stated;
import lat.enlace.exchange.hold.Shelves;
import lat.enlace.exchange.link.Received;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.read.ReportedRow;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.RecallAction;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.ItemBody;
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
  private final TakenBack others;
  private final Correcting correcting;

  /// With what a recall needs.
  ///
  /// @param others what else partners take back
  public RecallDesk(
      Journal journal,
      Letters letters,
      Floor floor,
      Decider decider,
      Shelves shelves,
      TakenBack others) {
    this.journal = journal;
    this.letters = letters;
    this.floor = floor;
    this.forgetting = new Forgetting(journal, letters);
    this.others = others;
    this.correcting = new Correcting(journal, decider, shelves);
  }

  /// What partners take back by other kinds than a recall.
  @FunctionalInterface
  public interface TakenBack {
    /// Takes it back again in a database that was put back.
    ///
    /// @return how much changed
    /// @throws ExchangeException with code UNAVAILABLE if the marks cannot be read
    int again() throws ExchangeException;
  }

  @Override
  public int forgetAgain() throws ExchangeException {
    return forgetting.again() + others.again();
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
    return ReportedRow.of(work, row.item()).stream()
        .map(ReportedRow::whole)
        .sorted(Comparator.comparing(ReadingView::at))
        .toList();
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
    ItemBody.Recall recall = body(item, action, reason, replacement);
    Basis basis = new Basis.Humanitarian(given.caseReference(), LEGAL_BASIS);
    var cover = Letters.Cover.plain(by, role, given.holder(), basis);
    Letters.Letter letter =
        Unsent.is(work, item)
            ? keep(work, cover, recall)
            : action == RecallAction.CORRECT
                ? correct(work, cover, given, recall)
                : send(work, cover, recall);
    RecallRow row =
        new RecallRow(
            letter.id(), item, given.holder(), true, action, RecallView.State.QUEUED, work.now());
    put(work, row);
    if (action != RecallAction.NARROW) {
      Attached.takeBack(work, item);
    }
    for (Entity one : replacement) {
      Attached.give(work, letter, item, one);
    }
    Consented.recalled(work, given.holder(), item, action);
    journal.commit(work);
    return row.view();
  }

  private Letters.Letter send(Work work, Letters.Cover cover, ItemBody.Recall recall)
      throws ExchangeException {
    Letters.Letter letter = letters.write(work, cover, recall);
    floor.permitOut(work, letter);
    letters.send(work, letter);
    return letter;
  }

  /// Of an item that officers see as given and that never left: entered, and sent nowhere.
  private Letters.Letter keep(Work work, Letters.Cover cover, ItemBody.Recall recall)
      throws ExchangeException {
    Letters.Letter letter = letters.write(work, cover, recall);
    floor.permitOut(work, letter);
    work.enter(
        Draft.kept(EntryType.DISPATCH, letter.bytes(), List.of(letter.id()), List.of(cover.to())));
    return letter;
  }

  /// Of someone whom this node has sealed since nothing leaves: the correction is entered and stays
  /// here, and under its id the item is erased at the holder. To the officer both look the same.
  private Letters.Letter correct(
      Work work, Letters.Cover cover, GivenRow given, ItemBody.Recall recall)
      throws ExchangeException {
    Correcting.Fit fit = correcting.fit(work, given, recall.replacement().getFirst());
    ItemBody.Recall corrected =
        body(recall.item(), recall.action(), recall.reason(), List.of(fit.entity()));
    Letters.Letter letter = letters.write(work, cover, corrected);
    floor.permitOut(work, letter, fit.concealed());
    if (fit.concealed().isEmpty()) {
      letters.send(work, letter);
      work.leaveRoom();
    } else {
      ItemBody.Recall erase = body(recall.item(), RecallAction.ERASE, recall.reason(), List.of());
      work.enter(
          Draft.kept(
              EntryType.DISPATCH, letter.bytes(), List.of(letter.id()), List.of(given.holder())));
      work.enterLast(Draft.decoy(Letters.insteadOf(letter, erase), given.holder()));
    }
    return letter;
  }

  private static ItemBody.Recall body(
      ItemId item, RecallAction action, String reason, List<Entity> replacement)
      throws ExchangeException {
    try {
      return new ItemBody.Recall(item, action, reason, replacement);
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

  /// True if nothing of an item is left at its holder, by this node's own word.
  public static boolean isTakenAway(Work work, ItemId item) {
    return work.all(Store.Space.RECALL, "", RecallRow.class).stream()
        .filter(row -> row.sent() && row.item().equals(item))
        .anyMatch(
            row -> row.action() == RecallAction.WITHDRAW || row.action() == RecallAction.ERASE);
  }

  /// Refuses the outcome of a recall that this node did not send to the partner, or whose outcome
  /// it has: what a holder did is said once.
  public List<ErrorCode> refusal(Work work, Received received, ItemBody.RecallOutcome outcome) {
    return work.get(Store.Space.RECALL, outcome.recall().toString(), RecallRow.class)
            .filter(row -> row.sent() && row.partner().equals(received.from()))
            .filter(row -> row.state().isOpen())
            .isPresent()
        ? List.of()
        : List.of(UNKNOWN_REFERENCE);
  }

  /// Carries a recall out and says so.
  public void take(Work work, Received received, ItemBody.Recall recall) throws ExchangeException {
    DispatchId id = received.dispatch().header().id();
    var held =
        work.get(Store.Space.ITEM, ItemRow.key(received.from(), recall.item()), ItemRow.class)
            .filter(row -> !row.isGone());
    ItemBody.RecallOutcome.Act act =
        held.isPresent() ? ItemBody.RecallOutcome.Act.ACTED : ItemBody.RecallOutcome.Act.NOT_HELD;
    Optional<Done> done = held.map(row -> carryOut(work, row, recall, received));
    if (done.isEmpty()) {
      Items.eraseProof(work, received.proof());
    }
    Basis basis = received.dispatch().header().basis();
    var cover = Letters.Cover.plain(letters.desk(), Role.DUTY_OFFICER, received.from(), basis);
    Letters.Letter letter = letters.write(work, cover, new ItemBody.RecallOutcome(id, act, ""));
    floor.permitOut(work, letter, done.map(Done::concealed).orElse(Set.of()));
    letters.send(work, letter);
    put(
        work,
        new RecallRow(
            id,
            recall.item(),
            received.from(),
            false,
            done.map(Done::action).orElse(recall.action()),
            state(act),
            work.now().truncatedTo(ChronoUnit.MILLIS)));
  }

  /// Notes what the holder did.
  public void take(Work work, ItemBody.RecallOutcome outcome) {
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

  /// True if a recall that waits may leave: one that carries data waits while no agreement with the
  /// holder opens disclosures; every other passes at any standing.
  public boolean mayLeave(Work work, NodeId holder, ItemBody.Recall recall) {
    return recall.action() != RecallAction.CORRECT || correcting.mayGo(work, holder);
  }

  private Done carryOut(Work work, ItemRow row, ItemBody.Recall recall, Received received) {
    Done done =
        switch (recall.action()) {
          case CORRECT -> corrected(work, row, recall, received);
          case NARROW -> Done.plain(recall, row.narrowed(Forgetting.narrowed(row.handling())));
          case WITHDRAW -> Done.plain(recall, row.withdrawn());
          case ERASE -> Done.plain(recall, row.erased());
        };
    if (recall.action() == RecallAction.ERASE || recall.action() == RecallAction.CORRECT) {
      Retention.eraseBytes(work, row);
    }
    forgetting.mark(work, row, recall.action());
    Attached.keep(work, done.row());
    Consented.recalled(work, row.originator(), row.item(), done.action());
    work.put(Store.Space.ITEM, ItemRow.key(row.originator(), row.item()), done.row());
    Retention.await(work, done.row());
    work.enter(
        Draft.kept(
            EntryType.ERASURE,
            Stored.of(new Acted(recall.item(), done.action(), done.leftOut())),
            List.of(received.dispatch().header().id(), row.question()),
            List.of(row.originator())));
    return done;
  }

  /// Bytes that hold more than may be kept cannot lose a part and are destroyed at once.
  private Done corrected(Work work, ItemRow row, ItemBody.Recall recall, Received received) {
    Correcting.Kept kept = correcting.kept(work, row, recall.replacement().getFirst());
    if (kept.leftOut() > 0) {
      Items.eraseProof(work, received.proof());
    }
    if (kept.entity().isEmpty()) {
      return new Done(row.erased(), RecallAction.ERASE, kept.leftOut(), kept.concealed());
    }
    ItemRow now = row.corrected(kept.entity().getFirst(), received.proof());
    return new Done(
        kept.leftOut() > 0 ? now.withoutBytes() : now,
        RecallAction.CORRECT,
        kept.leftOut(),
        Set.of());
  }

  private static RecallView.State state(ItemBody.RecallOutcome.Act act) {
    return switch (act) {
      case ACTED -> RecallView.State.ACTED;
      case NOT_HELD -> RecallView.State.NOT_HELD;
      case CONTESTED -> RecallView.State.CONTESTED;
    };
  }

  private static void put(Work work, RecallRow row) {
    work.put(Store.Space.RECALL, row.id().toString(), row);
  }

  /// What was done with a recall.
  ///
  /// @param action what came of it: of a correction of which nothing may be kept, an erasure
  /// @param leftOut statements that came and were not kept
  /// @param concealed why, which the rights officer alone may know
  private record Done(ItemRow row, RecallAction action, int leftOut, Set<ConcealedFact> concealed) {
    static Done plain(ItemBody.Recall recall, ItemRow row) {
      return new Done(row, recall.action(), 0, Set.of());
    }
  }

  private record Acted(ItemId item, RecallAction action, int leftOut) {}
}
