// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.warn;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.ReadingStep;
import lat.enlace.exchange.Warnings;
import lat.enlace.exchange.decide.Floor;
import lat.enlace.exchange.decide.Owed;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.hold.Shelves;
import lat.enlace.exchange.link.Received;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.read.Readings;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Handling;
import lat.enlace.model.NodeId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.UnitId;
import lat.enlace.model.Urgency;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.WarningBody;
import lat.enlace.wire.ErrorCode;

/// The duty to warn (row M23). One officer suffices; the node's own desk signs for him, so that
/// nothing says which service knows.
public final class WarningDesk implements Warnings {
  private static final ErrorCode UNKNOWN_REFERENCE = new ErrorCode("UNKNOWN_REFERENCE");

  /// What a reading of a warning names as its case: a life has no other.
  private static final CaseReference LIFE = new CaseReference("LIFE-1");

  private static final Role[] ANYBODY = {
    Role.DUTY_OFFICER, Role.RIGHTS_OFFICER, Role.ANALYST, Role.AUTHORITY
  };

  private final Journal journal;
  private final Letters letters;
  private final Floor floor;
  private final Shelves shelves;
  private final Readings readings;

  /// With what a warning needs.
  public WarningDesk(
      Journal journal, Letters letters, Floor floor, Shelves shelves, Readings readings) {
    this.journal = journal;
    this.letters = letters;
    this.floor = floor;
    this.shelves = shelves;
    this.readings = readings;
  }

  @Override
  public Warning warn(Officer by, NodeId partner, WarningBody.Warning threat)
      throws ExchangeException {
    Role role = Roles.require(by, DispatchKind.WARNING, ANYBODY);
    Work work = journal.begin();
    Letters.Letter letter = letters.write(work, cover(partner), threat);
    Set<ConcealedFact> sealed = shelves.facts(work, Threatened.of(threat)).concealed();
    floor.permitOut(work, letter, sealed);
    note(work, letter.id(), partner, new Warned(by.id(), by.unit(), role));
    if (sealed.isEmpty()) {
      letters.send(work, letter);
    } else {
      // Entered and sent nowhere until the rights officer says so; to the officer, who cannot know,
      // it looks like any other.
      work.enter(
          Draft.kept(EntryType.DISPATCH, letter.bytes(), List.of(letter.id()), List.of(partner)));
    }
    WarningRow row =
        WarningRow.sent(letter.id(), partner, by.id(), work.now(), threat, !sealed.isEmpty());
    begin(work, row);
    journal.commit(work);
    return row.view(by.has(Role.RIGHTS_OFFICER));
  }

  private Letters.Cover cover(NodeId partner) {
    return new Letters.Cover(
        letters.desk(), Role.DUTY_OFFICER, partner, new Basis.Life(), Handling.LEAST, Urgency.U8H);
  }

  private static void note(Work work, DispatchId about, NodeId partner, Record what) {
    work.enter(Draft.kept(EntryType.JUDGEMENT, Stored.of(what), List.of(about), List.of(partner)));
  }

  @Override
  public List<Warning> warnings(Officer by) {
    if (!Roles.any(by, DispatchKind.WARNING, ANYBODY)) {
      return List.of();
    }
    return journal.begin().all(Store.Space.WARNING, "", WarningRow.class).stream()
        .filter(row -> mayOpen(by, row))
        .map(row -> row.view(by.has(Role.RIGHTS_OFFICER)))
        .sorted(Comparator.comparing(Warning::id).reversed())
        .toList();
  }

  private static boolean mayOpen(Officer by, WarningRow row) {
    return Roles.any(by, Role.DUTY_OFFICER, Role.RIGHTS_OFFICER) || row.by().contains(by.id());
  }

  @Override
  public OpenWarning open(Officer by, DispatchId warning) throws ExchangeException {
    Role role = Roles.require(by, DispatchKind.WARNING, ANYBODY);
    Work work = journal.begin();
    WarningRow row = require(work, warning);
    if (!mayOpen(by, row)) {
      throw notFound();
    }
    var reader = new Readings.Reader(by, role, LIFE, ReadingStep.WARNING);
    var source = Readings.Source.dispatch(row.partner(), row.id());
    if (row.sent()) {
      readings.keep(work, reader, source);
    } else {
      readings.report(work, reader, source);
    }
    journal.commit(work);
    return new OpenWarning(row.view(role == Role.RIGHTS_OFFICER), row.threat());
  }

  @Override
  public Warning act(Officer by, DispatchId warning, WarningBody.Action.Act act)
      throws ExchangeException {
    Role role = Roles.require(by, DispatchKind.WARNING_ACTION, Role.DUTY_OFFICER);
    Work work = journal.begin();
    WarningRow row = require(work, warning);
    if (row.sent()) {
      throw notFound();
    }
    if (!row.takes(act)) {
      throw new ExchangeException(ExchangeException.Code.WRONG_STATE, "that was said already");
    }
    say(work, by, role, row, new WarningBody.Action(warning, act));
    WarningRow acted = row.acted(act);
    put(work, acted);
    journal.commit(work);
    return acted.view(by.has(Role.RIGHTS_OFFICER));
  }

  @Override
  public Warning review(Officer by, DispatchId warning, WarningBody.Review.Finding finding)
      throws ExchangeException {
    Role role = Roles.require(by, DispatchKind.WARNING_REVIEW, Role.RIGHTS_OFFICER);
    Work work = journal.begin();
    WarningRow row = require(work, warning);
    if (!row.ownReview().isEmpty()) {
      throw new ExchangeException(ExchangeException.Code.WRONG_STATE, "reviewed already");
    }
    if (row.withheld()) {
      // The partner knows of nothing that could be reviewed.
      note(work, warning, row.partner(), new Reviewed(by.id(), finding));
    } else {
      say(work, by, role, row, new WarningBody.Review(warning, finding));
    }
    WarningRow reviewed = row.reviewed(finding);
    put(work, reviewed);
    journal.commit(work);
    return reviewed.view(true);
  }

  private void say(Work work, Officer by, Role role, WarningRow row, WarningBody said)
      throws ExchangeException {
    var cover =
        new Letters.Cover(by, role, row.partner(), new Basis.Life(), Handling.LEAST, Urgency.U8H);
    Letters.Letter letter = letters.write(work, cover, said);
    floor.permitOut(work, letter);
    letters.send(work, letter);
  }

  @Override
  public Warning release(Officer by, DispatchId warning) throws ExchangeException {
    Roles.require(by, DispatchKind.WARNING, Role.RIGHTS_OFFICER);
    Work work = journal.begin();
    WarningRow row = require(work, warning);
    Optional<Dispatch> kept = Written.find(journal, warning);
    if (!row.withheld() || kept.isEmpty()) {
      throw new ExchangeException(ExchangeException.Code.WRONG_STATE, "nothing is withheld");
    }
    Letters.Letter letter = Letters.again(kept.get());
    floor.permitOut(work, letter);
    note(work, warning, row.partner(), new Released(by.id()));
    letters.send(work, letter);
    WarningRow released = row.released();
    put(work, released);
    journal.commit(work);
    return released.view(true);
  }

  /// Refuses an action or a review of what was not sent or received, or that was said already.
  public List<ErrorCode> refusal(Work work, Received received, WarningBody body) {
    boolean fits =
        switch (body) {
          case WarningBody.Warning _ -> true;
          case WarningBody.Action action ->
              of(work, received, action.warning())
                  .filter(row -> row.sent() && !row.withheld() && row.takes(action.act()))
                  .isPresent();
          case WarningBody.Review review ->
              of(work, received, review.warning())
                  .filter(row -> !row.withheld() && row.partnersReview().isEmpty())
                  .isPresent();
        };
    return fits ? List.of() : List.of(UNKNOWN_REFERENCE);
  }

  private static Optional<WarningRow> of(Work work, Received received, DispatchId warning) {
    return find(work, warning).filter(row -> row.partner().equals(received.from()));
  }

  /// A warning, an action or a review came.
  public void take(Work work, Received received, WarningBody body) {
    switch (body) {
      case WarningBody.Warning threat ->
          begin(
              work,
              WarningRow.received(
                  received.dispatch().header().id(), received.from(), work.now(), threat));
      case WarningBody.Action action ->
          find(work, action.warning()).ifPresent(row -> put(work, row.acted(action.act())));
      case WarningBody.Review review ->
          find(work, review.warning())
              .ifPresent(row -> put(work, row.reviewedThere(review.finding())));
    }
  }

  /// True if a warning received waits here still.
  public static boolean waits(Work work, DispatchId warning) {
    return find(work, warning).filter(WarningRow::waits).isPresent();
  }

  /// The other side of a warning that nobody has in hand.
  public static Optional<NodeId> owed(Work work, DispatchId warning) {
    return find(work, warning).filter(WarningRow::waits).map(WarningRow::partner);
  }

  /// The other side of a warning that the rights officer here has not reviewed.
  public static Optional<NodeId> reviewOwed(Work work, DispatchId warning) {
    return find(work, warning).filter(row -> row.ownReview().isEmpty()).map(WarningRow::partner);
  }

  private static void begin(Work work, WarningRow row) {
    put(work, row);
    Owed.start(work, Owed.What.WARNING, row.id(), row.due());
    Owed.start(work, Owed.What.WARNING_REVIEW, row.id(), row.reviewDue());
  }

  private static void put(Work work, WarningRow row) {
    work.put(Store.Space.WARNING, row.id().toString(), row);
  }

  private static Optional<WarningRow> find(Work work, DispatchId id) {
    return work.get(Store.Space.WARNING, id.toString(), WarningRow.class);
  }

  private static WarningRow require(Work work, DispatchId id) throws ExchangeException {
    return find(work, id).orElseThrow(WarningDesk::notFound);
  }

  private static ExchangeException notFound() {
    return new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such warning");
  }

  private record Warned(OfficerId by, UnitId unit, Role role) {}

  private record Reviewed(OfficerId by, WarningBody.Review.Finding finding) {}

  private record Released(OfficerId by) {}
}
