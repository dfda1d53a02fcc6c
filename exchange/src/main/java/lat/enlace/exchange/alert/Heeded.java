// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Heeding.HeldAlert;
import lat.enlace.exchange.ask.AskParts;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.item.Items;
import lat.enlace.exchange.item.Marks;
import lat.enlace.exchange.link.Received;
import lat.enlace.exchange.link.Rows;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.AlertBody;
import lat.enlace.model.dispatch.AlertBody.Change;
import lat.enlace.model.dispatch.AlertBody.Statement;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.entity.Entity;
import lat.enlace.wire.ErrorCode;

/// Alerts of partners, and what changes them. Whoever is on the sealed list here is kept from every
/// desk but the rights officer's, and to the issuer nothing differs (invariant I13).
public final class Heeded {
  private static final ErrorCode UNKNOWN_REFERENCE = new ErrorCode("UNKNOWN_REFERENCE");
  private static final ErrorCode NOT_PERMITTED = new ErrorCode("NOT_PERMITTED");

  private final AskParts parts;
  private final AlertMatters matters;
  private final AlertShelf shelf;
  private final Marks marks;

  /// With its parts.
  public Heeded(AskParts parts, AlertShelf shelf) {
    this.parts = parts;
    this.matters = new AlertMatters(parts);
    this.shelf = shelf;
    this.marks = new Marks(parts.journal(), parts.letters());
  }

  /// Why an alert is not taken in.
  List<ErrorCode> refusal(Work work, Received received, AlertBody.Alert body) {
    Dispatch alert = received.dispatch();
    Verdict ruling = decide(work, alert, body.subject(), alert);
    return AlertMatters.permits(ruling) ? List.of() : List.of(NOT_PERMITTED);
  }

  private Verdict decide(Work work, Dispatch alert, Entity subject, Dispatch received) {
    var matter =
        matters.about(
            work,
            alert,
            subject,
            received.header().kind(),
            received.header().sender().agency().kind());
    return matters.decide(work, matter, alert, received.header().id());
  }

  /// An alert came.
  void take(Work work, Received received, AlertBody.Alert body) {
    Dispatch alert = received.dispatch();
    var matter =
        matters.about(
            work,
            alert,
            body.subject(),
            DispatchKind.ALERT,
            alert.header().sender().agency().kind());
    Verdict ruling = matters.rule(work, matter, alert);
    Instant bound = AlertMatters.until(body.action(), ruling, body.subject(), AlertRows.now(work));
    HeldAlert held =
        new HeldAlert(
            alert.header().id(),
            received.from(),
            HeldAlert.State.RECEIVED,
            AlertRows.now(work),
            body.until().isBefore(bound) ? body.until() : bound,
            List.of(body.action()),
            List.of(),
            List.of(),
            List.of(),
            ruling.concealed());
    shelf.put(work, new HeldAlertRow(held, List.of(body.subject()), List.of(received.proof())));
    AlertRows.heard(work, received.from());
  }

  /// Why a change is not taken in: only of an alert that is held, from its issuer; and what says
  /// more or lasts longer is decided again.
  List<ErrorCode> refusal(Work work, Received received, Change body) {
    Optional<HeldAlertRow> row =
        AlertRows.held(work, body.alert())
            .filter(found -> found.held().from().equals(received.from()))
            .filter(found -> found.held().state().lasts())
            .filter(found -> fits(found, body));
    if (row.isEmpty()) {
      String kind = received.dispatch().header().kind().code();
      parts.decider().enterRefusedInput(work, received.from(), kind, UNKNOWN_REFERENCE.value());
      return List.of(UNKNOWN_REFERENCE);
    }
    Entity subject = body.subject().stream().findFirst().orElse(row.get().subject().getFirst());
    Verdict ruling = decide(work, dispatch(work, row.get()), subject, received.dispatch());
    return AlertMatters.permits(ruling) || !body.what().adds() ? List.of() : List.of(NOT_PERMITTED);
  }

  private static boolean fits(HeldAlertRow row, Change body) {
    boolean sameSort =
        body.subject().stream().allMatch(one -> one.schema() == row.subject().getFirst().schema());
    boolean narrower =
        body.action().stream().allMatch(one -> one.narrows(row.held().asks().getFirst()));
    boolean inTerm = body.until().stream().allMatch(until -> until.isAfter(row.held().until()));
    return sameSort && narrower && inTerm;
  }

  /// The exact dispatch that brought an alert.
  Dispatch dispatch(Work work, HeldAlertRow row) {
    return work.get(Store.Space.OPENING, row.proofs().getFirst(), Rows.Proof.class)
        .map(Rows.Proof::content)
        .map(Written::read)
        .orElseThrow(() -> new StoreException(StoreException.Code.CORRUPT));
  }

  /// A change came: it is made, and stated.
  void take(Work work, Received received, Change body) throws ExchangeException {
    HeldAlertRow row = AlertRows.held(work, body.alert()).orElseThrow();
    Dispatch alert = dispatch(work, row);
    HeldAlertRow after =
        switch (body.what()) {
          case EXTENDED -> row.until(bounded(work, row, alert, body.until().getFirst()));
          case CORRECTED -> lookedAtAnew(row.about(body.subject().getFirst(), received.proof()));
          case NARROWED -> narrowed(row, body);
          case EXECUTED -> takenBack(work, row, HeldAlert.State.EXECUTED);
          case WITHDRAWN -> takenBack(work, row, HeldAlert.State.WITHDRAWN);
        };
    state(work, alert, received.dispatch().header().id(), body.what().ends());
    shelf.put(work, sealedSince(work, alert, after));
    AlertRows.heard(work, received.from());
  }

  /// Whoever it names now, no officer here took a stand on him yet.
  private static HeldAlertRow lookedAtAnew(HeldAlertRow row) {
    return row.held().state() == HeldAlert.State.REFUSED
        ? row
        : row.stands(HeldAlert.State.RECEIVED, List.of(), List.of());
  }

  /// A flag against arrest falls with what asked for it: officers look again.
  private static HeldAlertRow narrowed(HeldAlertRow row, Change body) {
    HeldAlertRow after = row.asks(body.action().getFirst());
    boolean flagFits =
        row.held().flag().stream().allMatch(flag -> flag.fits(body.action().getFirst()));
    return flagFits ? after : after.stands(HeldAlert.State.RECEIVED, List.of(), List.of());
  }

  /// A correction may say that it is about somebody sealed here.
  private HeldAlertRow sealedSince(Work work, Dispatch alert, HeldAlertRow row) {
    if (row.subject().isEmpty()) {
      return row;
    }
    var matter =
        matters.about(
            work,
            alert,
            row.subject().getFirst(),
            DispatchKind.ALERT,
            alert.header().sender().agency().kind());
    return matters.rule(work, matter, alert).concealed() ? row.withheld() : row;
  }

  private Instant bounded(Work work, HeldAlertRow row, Dispatch alert, Instant until) {
    var matter =
        matters.about(
            work,
            alert,
            row.subject().getFirst(),
            DispatchKind.ALERT,
            alert.header().sender().agency().kind());
    Instant bound =
        AlertMatters.until(
            row.held().asks().getFirst(),
            matters.rule(work, matter, alert),
            row.subject().getFirst(),
            AlertRows.now(work));
    return until.isBefore(bound) ? until : bound;
  }

  private void state(Work work, Dispatch alert, DispatchId change, boolean ends)
      throws ExchangeException {
    var cover =
        Letters.Cover.plain(
            parts.letters().desk(),
            Role.DUTY_OFFICER,
            alert.header().from(),
            alert.header().basis());
    Statement body = new Statement(change, ends ? Statement.Done.ERASED : Statement.Done.APPLIED);
    parts.letters().post(work, cover, body);
  }

  /// A restored node must not look for anybody whom the issuer seeks no more.
  private HeldAlertRow takenBack(Work work, HeldAlertRow row, HeldAlert.State state) {
    row.proofs().forEach(proof -> marks.put(work, proof, state.name()));
    return ended(work, row, state);
  }

  /// Ends again what the marks say was withdrawn or executed after the database was copied.
  ///
  /// @return how many alerts ended
  /// @throws ExchangeException with code UNAVAILABLE if marks cannot be read
  int again() throws ExchangeException {
    int over = 0;
    Work work = parts.journal().begin();
    for (HeldAlertRow row : AlertRows.allHeld(work)) {
      Optional<HeldAlert.State> state = takenBack(row);
      if (state.isPresent()) {
        shelf.put(work, ended(work, row, state.get()));
        work.enter(
            Draft.kept(
                EntryType.ERASURE,
                Stored.of(new Again(row.id(), state.get())),
                List.of(row.id()),
                List.of(row.held().from())));
        over++;
      }
    }
    if (!work.isEmpty()) {
      parts.journal().commit(work);
    }
    return over;
  }

  private Optional<HeldAlert.State> takenBack(HeldAlertRow row) throws ExchangeException {
    if (!row.held().state().lasts()) {
      return Optional.empty();
    }
    return marks.word(row.proofs().getFirst()).map(HeldAlert.State::valueOf);
  }

  private static HeldAlertRow ended(Work work, HeldAlertRow row, HeldAlert.State state) {
    row.proofs().forEach(proof -> Items.eraseProof(work, proof));
    return row.ended(state);
  }

  /// Ends what its time has come for.
  void expire(Work work, DispatchId alert) {
    AlertRows.held(work, alert)
        .filter(row -> row.held().state().lasts())
        .filter(row -> !row.held().until().isAfter(work.now()))
        .ifPresent(row -> shelf.put(work, ended(work, row, HeldAlert.State.EXPIRED)));
  }

  private record Again(DispatchId alert, HeldAlert.State state) {}
}
