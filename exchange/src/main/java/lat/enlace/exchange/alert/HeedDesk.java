// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.alert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Heeding;
import lat.enlace.exchange.Heeding.HeldAlert.State;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.ReadingStep;
import lat.enlace.exchange.ask.AskParts;
import lat.enlace.exchange.decide.Matter;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.decide.Stated;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.read.Readings;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.ledger.EntryType;
import lat.enlace.matching.Candidate;
import lat.enlace.model.AlertAction;
import lat.enlace.model.AlertFlag;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.LegalReason;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.UnitId;
import lat.enlace.model.dispatch.AlertBody;
import lat.enlace.model.dispatch.AlertBody.Hit.Outcome;
import lat.enlace.model.dispatch.AlertBody.Stance;
import lat.enlace.model.dispatch.AlertBody.Stance.Stand;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.entity.Entity;

/// The officers who hold partners' alerts. The node's own desk signs for every stance, so that
/// nothing says which officer of this state could take it (docs/spec/alerts.md, "Whom this node
/// hides").
public final class HeedDesk implements Heeding {
  private final AskParts parts;
  private final Journal journal;
  private final AlertMatters matters;
  private final AlertShelf shelf;
  private final Heeded heeded;

  /// With its parts.
  public HeedDesk(AskParts parts, AlertShelf shelf, Heeded heeded) {
    this.parts = parts;
    this.journal = parts.journal();
    this.matters = new AlertMatters(parts);
    this.shelf = shelf;
    this.heeded = heeded;
  }

  @Override
  public List<HeldAlert> held(Officer by) {
    if (!Roles.any(by, DispatchKind.ALERT_STANCE, Role.DUTY_OFFICER, Role.RIGHTS_OFFICER)) {
      return List.of();
    }
    Work work = journal.begin();
    return AlertRows.allHeld(work).stream()
        .filter(row -> row.held().state().lasts())
        .filter(row -> visible(work, by, row))
        .map(row -> row.view(by.has(Role.RIGHTS_OFFICER)))
        .sorted(
            Comparator.comparing((HeldAlert one) -> one.state() != State.RECEIVED)
                .thenComparing(HeldAlert::id))
        .toList();
  }

  private boolean visible(Work work, Officer by, HeldAlertRow row) {
    return AlertShelf.tellable(parts, work, row) || by.has(Role.RIGHTS_OFFICER);
  }

  private HeldAlertRow lasting(Work work, Officer by, DispatchId alert) throws ExchangeException {
    HeldAlertRow row =
        AlertRows.held(work, alert)
            .filter(found -> visible(work, by, found))
            .orElseThrow(
                () -> new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such alert"));
    require(row.held().state().lasts() && row.held().until().isAfter(work.now()));
    return row;
  }

  private static void require(boolean state) throws ExchangeException {
    if (!state) {
      throw new ExchangeException(
          ExchangeException.Code.WRONG_STATE, "the alert is not in the state this needs");
    }
  }

  @Override
  public OpenAlert open(Officer by, DispatchId alert) throws ExchangeException {
    Role role =
        Roles.require(
            by, DispatchKind.ALERT_STANCE, Role.DUTY_OFFICER, Role.RIGHTS_OFFICER, Role.ANALYST);
    Work work = journal.begin();
    HeldAlertRow row = lasting(work, by, alert);
    if (role == Role.ANALYST) {
      // What no stance was taken on is the desk's.
      require(row.held().state() != State.RECEIVED);
    }
    OpenAlert open = read(work, by, role, row);
    journal.commit(work);
    return open;
  }

  /// The issuer is told of readings once he was told that the subject was found.
  private OpenAlert read(Work work, Officer by, Role role, HeldAlertRow row)
      throws ExchangeException {
    Dispatch dispatch = heeded.dispatch(work, row);
    var reader =
        new Readings.Reader(
            by, role, dispatch.header().basis().forCase().orElseThrow(), ReadingStep.ALERT);
    var source = Readings.Source.dispatch(row.held().from(), row.id());
    boolean told = row.held().hits().stream().anyMatch(one -> one.state() == Found.State.REPORTED);
    if (told) {
      parts.readings().report(work, reader, source);
    } else {
      parts.readings().keep(work, reader, source);
    }
    return new OpenAlert(row.view(by.has(Role.RIGHTS_OFFICER)), dispatch, row.subject().getFirst());
  }

  @Override
  public HeldAlert stance(
      Officer by, DispatchId alert, Stand stand, List<AlertFlag> flag, List<LegalReason> reason)
      throws ExchangeException {
    Roles.require(by, DispatchKind.ALERT_STANCE, Role.DUTY_OFFICER, Role.RIGHTS_OFFICER);
    Work work = journal.begin();
    HeldAlertRow row = lasting(work, by, alert);
    // What every desk sees is the duty officer's; what none sees, the rights officer's.
    Roles.require(
        by, AlertShelf.tellable(parts, work, row) ? Role.DUTY_OFFICER : Role.RIGHTS_OFFICER);
    Stance body = body(alert, stand, flag, reason);
    AlertAction asked = row.held().asks().getFirst();
    if (!flag.stream().allMatch(one -> one.fits(asked))) {
      throw invalid("this flag is for alerts that ask for an arrest");
    }
    State next = state(stand);
    boolean again =
        row.held().state() == next
            && row.held().flag().equals(flag)
            && row.held().reason().equals(reason);
    require(!again && row.held().state() != State.REFUSED);
    Dispatch dispatch = heeded.dispatch(work, row);
    var cover =
        Letters.Cover.plain(
            parts.letters().desk(),
            Role.DUTY_OFFICER,
            row.held().from(),
            dispatch.header().basis());
    Letters.Letter letter = parts.letters().write(work, cover, body);
    Matter matter = matter(work, by, row, dispatch, DispatchKind.ALERT_STANCE);
    Verdict ruling = matters.rule(work, matter, dispatch);
    requireOpen(matter, ruling, stand);
    parts.decider().enter(work, matter.about(List.of(alert, letter.id())), ruling);
    parts.letters().send(work, letter);
    note(work, row, new Stood(by.id(), by.unit(), stand, flag, reason));
    HeldAlertRow after = row.stands(next, flag, reason);
    shelf.put(work, after);
    journal.commit(work);
    return after.view(by.has(Role.RIGHTS_OFFICER));
  }

  /// To flag or refuse is always possible.
  private void requireOpen(Matter matter, Verdict ruling, Stand stand) throws ExchangeException {
    if (stand == Stand.ACCEPTED && !AlertMatters.permits(ruling)) {
      journal.commit(parts.decider().only(journal.begin(), matter, ruling));
      throw new ExchangeException(
          ExchangeException.Code.REFUSED, "this node's decision does not let it be accepted");
    }
  }

  private static Stance body(
      DispatchId alert, Stand stand, List<AlertFlag> flag, List<LegalReason> reason)
      throws ExchangeException {
    try {
      return new Stance(alert, stand, flag, reason);
    } catch (IllegalArgumentException e) {
      throw new ExchangeException(
          ExchangeException.Code.INVALID_FORM,
          "a flag has a reason, a refusal too, an acceptance none",
          e);
    }
  }

  private static State state(Stand stand) {
    return switch (stand) {
      case ACCEPTED -> State.ACCEPTED;
      case FLAGGED -> State.FLAGGED;
      case REFUSED -> State.REFUSED;
    };
  }

  private Matter matter(
      Work work, Officer by, HeldAlertRow row, Dispatch dispatch, DispatchKind kind) {
    return matters.about(work, dispatch, row.subject().getFirst(), kind, by.agency().kind());
  }

  @Override
  public List<Shown> search(Officer by, Entity probe, CaseReference caseReference, String reason)
      throws ExchangeException {
    Role role = Roles.require(by, DispatchKind.ALERT_STANCE, Role.ANALYST, Role.DUTY_OFFICER);
    Stated.require(reason, "say the reason");
    Work work = journal.begin();
    work.enter(
        Draft.kept(
            EntryType.READING,
            Stored.of(new Searched(by.id(), caseReference, reason)),
            List.of(),
            List.of()));
    List<Shown> all = new ArrayList<>();
    for (Candidate candidate : shelf.search(probe)) {
      Optional<HeldAlertRow> row =
          AlertRows.held(work, DispatchId.parse(candidate.id().value()))
              .filter(found -> found.held().state().lasts())
              .filter(found -> found.held().until().isAfter(work.now()))
              .filter(found -> AlertShelf.tellable(parts, work, found));
      if (row.isPresent()) {
        all.add(
            new Shown(
                read(work, by, role, row.get()),
                candidate,
                asksNow(work, by, row.get()),
                AlertRows.asOf(work, row.get().held().from())));
      }
    }
    journal.commit(work);
    return all;
  }

  /// Decided at this moment: under a suspended agreement nothing is asked of anybody.
  private List<AlertAction> asksNow(Work work, Officer by, HeldAlertRow row) {
    Dispatch dispatch = heeded.dispatch(work, row);
    Matter matter = matter(work, by, row, dispatch, DispatchKind.ALERT);
    if (!AlertMatters.permits(matters.rule(work, matter, dispatch))) {
      return List.of();
    }
    return switch (row.held().state()) {
      case ACCEPTED -> row.held().asks();
      case FLAGGED ->
          row.held().flag().contains(AlertFlag.LOCATE_ONLY)
              ? List.of(AlertAction.LOCATE)
              : List.of();
      case RECEIVED, REFUSED, EXECUTED, WITHDRAWN, EXPIRED -> List.of();
    };
  }

  @Override
  public HeldAlert found(Officer by, DispatchId alert, FoundForm form) throws ExchangeException {
    Roles.require(by, DispatchKind.ALERT_HIT, Role.ANALYST, Role.DUTY_OFFICER);
    Work work = journal.begin();
    HeldAlertRow row = lasting(work, by, alert);
    requireAsked(row, form.outcome());
    AlertBody.Hit hit = hit(alert, form);
    Instant received = row.held().received().truncatedTo(ChronoUnit.HOURS);
    if (form.at().isAfter(work.now()) || hit.at().isBefore(received)) {
      throw invalid("it was found between the day the alert came and now");
    }
    Found found =
        new Found(
            parts.letters().freshId(work),
            by.id(),
            new FoundForm(form.outcome(), hit.at(), form.place(), form.hindrance()),
            Found.State.NOTED);
    note(work, row, new Noted(by.id(), by.unit(), form.outcome()));
    HeldAlertRow after =
        row.hits(Stream.concat(row.held().hits().stream(), Stream.of(found)).toList());
    shelf.put(work, after);
    journal.commit(work);
    return after.view(false);
  }

  /// Of an alert that asks for something now, and for that.
  private static void requireAsked(HeldAlertRow row, Outcome outcome) throws ExchangeException {
    boolean flagged = row.held().state() == State.FLAGGED;
    require(flagged || row.held().state() == State.ACCEPTED);
    if (flagged && outcome == Outcome.ACTION_TAKEN) {
      throw invalid("a flagged alert asks for no action: say that it was located, or impossible");
    }
  }

  private static AlertBody.Hit hit(DispatchId alert, FoundForm form) throws ExchangeException {
    try {
      return new AlertBody.Hit(
          alert,
          form.outcome(),
          form.at().truncatedTo(ChronoUnit.HOURS),
          form.place(),
          form.hindrance());
    } catch (IllegalArgumentException e) {
      throw new ExchangeException(
          ExchangeException.Code.INVALID_FORM,
          "say the place in letters, as a town, a river or a crossing, and why it was impossible",
          e);
    }
  }

  @Override
  public HeldAlert report(Officer by, DispatchId alert, DispatchId hit) throws ExchangeException {
    Roles.require(by, DispatchKind.ALERT_HIT, Role.DUTY_OFFICER);
    Work work = journal.begin();
    HeldAlertRow row = lasting(work, by, alert);
    Found noted = noted(by, row, hit);
    requireAsked(row, noted.form().outcome());
    Dispatch dispatch = heeded.dispatch(work, row);
    var cover =
        Letters.Cover.plain(by, Role.DUTY_OFFICER, row.held().from(), dispatch.header().basis());
    Letters.Letter letter = parts.letters().write(work, cover, hit(alert, noted.form()));
    Matter matter = matter(work, by, row, dispatch, DispatchKind.ALERT_HIT);
    Verdict ruling = matters.rule(work, matter, dispatch);
    if (!AlertMatters.permits(ruling)) {
      journal.commit(parts.decider().only(journal.begin(), matter, ruling));
      throw new ExchangeException(
          ExchangeException.Code.REFUSED, "this node's decision keeps the hit here");
    }
    parts.decider().enter(work, matter.about(List.of(alert, letter.id())), ruling);
    parts.letters().send(work, letter);
    return settled(work, by, row, noted, Found.State.REPORTED, "");
  }

  @Override
  public HeldAlert dismiss(Officer by, DispatchId alert, DispatchId hit, String reason)
      throws ExchangeException {
    Roles.require(by, DispatchKind.ALERT_HIT, Role.DUTY_OFFICER);
    Stated.require(reason, "say the reason");
    Work work = journal.begin();
    HeldAlertRow row = lasting(work, by, alert);
    return settled(work, by, row, noted(by, row, hit), Found.State.DISMISSED, reason);
  }

  private static Found noted(Officer by, HeldAlertRow row, DispatchId hit)
      throws ExchangeException {
    Found noted =
        row.held().hits().stream()
            .filter(one -> one.id().equals(hit))
            .findFirst()
            .orElseThrow(
                () -> new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such hit"));
    require(noted.state() == Found.State.NOTED);
    if (noted.by().equals(by.id())) {
      throw new ExchangeException(
          ExchangeException.Code.APPROVAL_REFUSED, "who noted it does not confirm it");
    }
    return noted;
  }

  private HeldAlert settled(
      Work work, Officer by, HeldAlertRow row, Found noted, Found.State state, String reason)
      throws ExchangeException {
    note(work, row, new Settled(by.id(), by.unit(), state, reason));
    List<Found> hits =
        row.held().hits().stream()
            .map(one -> one.equals(noted) ? new Found(one.id(), one.by(), one.form(), state) : one)
            .toList();
    HeldAlertRow after = row.hits(hits);
    shelf.put(work, after);
    journal.commit(work);
    return after.view(false);
  }

  private static void note(Work work, HeldAlertRow row, Record what) {
    work.enter(
        Draft.kept(
            EntryType.JUDGEMENT, Stored.of(what), List.of(row.id()), List.of(row.held().from())));
  }

  private static ExchangeException invalid(String rule) {
    return new ExchangeException(ExchangeException.Code.INVALID_FORM, rule);
  }

  private record Stood(
      OfficerId by, UnitId unit, Stand stand, List<AlertFlag> flag, List<LegalReason> reason) {}

  private record Searched(OfficerId by, CaseReference caseReference, String reason) {}

  private record Noted(OfficerId by, UnitId unit, Outcome outcome) {}

  private record Settled(OfficerId by, UnitId unit, Found.State state, String reason) {}
}
