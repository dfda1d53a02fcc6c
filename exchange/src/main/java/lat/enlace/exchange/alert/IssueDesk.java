// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lat.enlace.exchange.Alerting;
import lat.enlace.exchange.Alerting.Alert;
import lat.enlace.exchange.Alerting.AlertForm;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.ReadingStep;
import lat.enlace.exchange.ask.AskParts;
import lat.enlace.exchange.ask.Forms;
import lat.enlace.exchange.decide.Obligations;
import lat.enlace.exchange.decide.Roles;
import lat.enlace.exchange.decide.Stated;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.item.Categories;
import lat.enlace.exchange.link.Rows;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.read.Readings;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.AlertAction;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.NodeId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.UnitId;
import lat.enlace.model.dispatch.AlertBody;
import lat.enlace.model.dispatch.AlertBody.Change.What;
import lat.enlace.model.dispatch.AlertBounds;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.entity.Entity;

/// The officers who issue alerts.
public final class IssueDesk implements Alerting {
  private final AskParts parts;
  private final Journal journal;
  private final AlertMatters matters;
  private final Issuing issuing;

  /// With its parts.
  public IssueDesk(AskParts parts) {
    this.parts = parts;
    this.journal = parts.journal();
    this.matters = new AlertMatters(parts);
    this.issuing = new Issuing(parts, matters);
  }

  @Override
  public List<Look> look(Officer by, AlertForm form) throws ExchangeException {
    Roles.require(by, DispatchKind.ALERT, Role.ANALYST, Role.DUTY_OFFICER, Role.AUTHORITY);
    requireSound(form);
    Work work = journal.begin();
    List<Look> looks = new ArrayList<>();
    for (NodeId partner : form.partners().stream().sorted().toList()) {
      Verdict ruling =
          parts.decider().rule(work, matters.draft(work, by.agency().kind(), form, partner));
      looks.add(look(work, form, partner, ruling));
    }
    return looks;
  }

  private static Look look(Work work, AlertForm form, NodeId partner, Verdict ruling) {
    Decision open = ruling.open();
    Set<AgencyKind> agencies =
        ruling.instrument().stream()
            .flatMap(signed -> signed.instrument().terms().exchanges().stream())
            .filter(rule -> rule.kinds().contains(DispatchKind.ALERT))
            .flatMap(rule -> rule.conditions().agencies().stream())
            .collect(Collectors.toSet());
    return new Look(
        partner,
        open,
        agencies,
        Obligations.handling(open).union(form.handling()),
        open instanceof Decision.Permit
            ? List.of(
                AlertMatters.until(form.action(), ruling, form.subject(), AlertRows.now(work)))
            : List.of());
  }

  private static void requireSound(AlertForm form) throws ExchangeException {
    Optional<AlertBounds.Excess> excess =
        AlertBounds.excess(
            form.subject(), form.action(), form.category(), form.grounds(), form.markers());
    if (excess.isPresent()) {
      throw invalid(excess.get().rule());
    }
    requireOpen(form.subject());
    Stated.require(form.reason(), "say why");
    if (form.partners().isEmpty() || form.partners().size() > AlertForm.MAX_PARTNERS) {
      throw invalid("name one to 16 partners");
    }
    try {
      new CaseReference(form.caseReference());
    } catch (IllegalArgumentException e) {
      throw Forms.invalid(e);
    }
    if (form.legalBasis().length() > Basis.MAX_LEGAL_BASIS_LENGTH) {
      throw invalid("the legal basis is too long");
    }
  }

  private static void requireOpen(Entity subject) throws ExchangeException {
    Entity whole = Categories.opened(subject, Categories.all(subject));
    if (!whole.statements().equals(subject.statements())) {
      throw invalid("say it in the categories of the agreements");
    }
  }

  @Override
  public Alert draft(Officer by, AlertForm form) throws ExchangeException {
    Roles.require(by, DispatchKind.ALERT, Role.ANALYST);
    requireSound(form);
    Work work = journal.begin();
    DispatchId id = parts.letters().freshId(work);
    Alert alert =
        new Alert(
            id, Alert.State.DRAFT, AlertRows.now(work), by.id(), List.of(), form, List.of(), false);
    note(work, alert, new Drafted(by.id(), by.unit()));
    IssuedAlertRow row = new IssuedAlertRow(alert, by, Set.of());
    AlertRows.put(work, row);
    journal.commit(work);
    return row.view(work.now());
  }

  @Override
  public Alert issue(Officer second, DispatchId alert) throws ExchangeException {
    Work work = journal.begin();
    IssuedAlertRow row = drafted(work, second, alert);
    note(work, row.alert(), new Seconded(second.id(), second.unit()));
    IssuedAlertRow after = issuing.issue(work, row, second);
    AlertRows.put(work, after);
    journal.commit(work);
    return after.view(work.now());
  }

  @Override
  public Alert decline(Officer second, DispatchId alert, String reason) throws ExchangeException {
    Stated.require(reason, "say the reason");
    Work work = journal.begin();
    IssuedAlertRow row = drafted(work, second, alert);
    return judged(
        work,
        second,
        row.in(Alert.State.DECLINED, List.of(second.id()), List.of()),
        Alert.State.DECLINED.code(),
        reason);
  }

  private static IssuedAlertRow drafted(Work work, Officer second, DispatchId id)
      throws ExchangeException {
    Roles.require(second, DispatchKind.ALERT, Role.DUTY_OFFICER, Role.AUTHORITY);
    IssuedAlertRow row = AlertRows.issued(work, id).orElseThrow(IssueDesk::notFound);
    require(row.alert().state() == Alert.State.DRAFT);
    requireOther(second, row);
    return row;
  }

  /// Rule F29: the two are of different units.
  private static void requireOther(Officer second, IssuedAlertRow row) throws ExchangeException {
    boolean same =
        second.id().equals(row.drafter().id())
            || (second.unit().equals(row.drafter().unit())
                && second.agency().id().equals(row.drafter().agency().id()));
    if (same) {
      throw new ExchangeException(
          ExchangeException.Code.APPROVAL_REFUSED, "the second officer is of another unit");
    }
  }

  @Override
  public Alert extend(Officer second, DispatchId alert, String reason) throws ExchangeException {
    Role role = Roles.require(second, DispatchKind.ALERT, Role.DUTY_OFFICER, Role.AUTHORITY);
    Stated.require(reason, "say the reason");
    Work work = journal.begin();
    IssuedAlertRow row = issued(work, second, alert);
    requireOther(second, row);
    var by = new Issuing.By(second, role);
    IssuedAlertRow after =
        issuing.change(work, row, by, delivery -> issuing.extension(work, row, delivery));
    if (after.equals(row)) {
      throw new ExchangeException(
          ExchangeException.Code.REFUSED, "this node's decision keeps it longer for no partner");
    }
    return judged(work, second, after, What.EXTENDED.code(), reason);
  }

  @Override
  public Alert correct(Officer by, DispatchId alert, Entity subject, String reason)
      throws ExchangeException {
    Work work = journal.begin();
    IssuedAlertRow row = own(work, by, alert, reason);
    AlertForm form = row.alert().form().with(subject, row.alert().form().action());
    requireSound(form);
    IssuedAlertRow changed = row.with(form);
    return changed(work, by, changed, reason, new Issuing.Said(What.CORRECTED, List.of(subject)));
  }

  @Override
  public Alert narrow(Officer by, DispatchId alert, AlertAction action, String reason)
      throws ExchangeException {
    Work work = journal.begin();
    IssuedAlertRow row = own(work, by, alert, reason);
    AlertForm form = row.alert().form();
    if (!action.narrows(form.action())) {
      throw invalid("an arrest can become a search, an inquiry a discreet check");
    }
    IssuedAlertRow changed = row.with(form.with(form.subject(), action));
    return changed(work, by, changed, reason, new Issuing.Said(What.NARROWED, List.of()));
  }

  @Override
  public Alert executed(Officer by, DispatchId alert, String reason) throws ExchangeException {
    Work work = journal.begin();
    IssuedAlertRow row = own(work, by, alert, reason);
    return changed(work, by, row, reason, new Issuing.Said(What.EXECUTED, List.of()));
  }

  @Override
  public Alert withdraw(Officer by, DispatchId alert, String reason) throws ExchangeException {
    Work work = journal.begin();
    IssuedAlertRow row = own(work, by, alert, reason);
    return changed(work, by, row, reason, new Issuing.Said(What.WITHDRAWN, List.of()));
  }

  private Alert changed(Work work, Officer by, IssuedAlertRow row, String reason, Issuing.Said said)
      throws ExchangeException {
    Role role = Roles.require(by, Role.ANALYST, Role.DUTY_OFFICER);
    var who = new Issuing.By(by, role);
    IssuedAlertRow after =
        issuing.change(work, row, who, delivery -> issuing.body(row, delivery, said));
    IssuedAlertRow ended =
        switch (said.what()) {
          case EXECUTED -> after.in(Alert.State.EXECUTED);
          case WITHDRAWN -> after.in(Alert.State.WITHDRAWN);
          case EXTENDED, CORRECTED, NARROWED -> after;
        };
    return judged(work, by, ended, said.what().code(), reason);
  }

  private IssuedAlertRow own(Work work, Officer by, DispatchId id, String reason)
      throws ExchangeException {
    Roles.require(by, DispatchKind.ALERT_CHANGE, Role.ANALYST, Role.DUTY_OFFICER);
    Stated.require(reason, "say the reason");
    return issued(work, by, id);
  }

  private static IssuedAlertRow issued(Work work, Officer by, DispatchId id)
      throws ExchangeException {
    IssuedAlertRow row =
        AlertRows.issued(work, id)
            .filter(found -> by.agency().id().equals(found.drafter().agency().id()))
            .orElseThrow(IssueDesk::notFound);
    require(row.alert().state() == Alert.State.ISSUED);
    return row;
  }

  private Alert judged(Work work, Officer by, IssuedAlertRow after, String what, String reason)
      throws ExchangeException {
    note(work, after.alert(), new Judged(by.id(), by.unit(), what, reason));
    AlertRows.put(work, after);
    journal.commit(work);
    return after.view(work.now());
  }

  private static void note(Work work, Alert alert, Record what) {
    List<DispatchId> about = new ArrayList<>();
    about.add(alert.id());
    alert.deliveries().forEach(one -> about.add(one.id()));
    work.enter(Draft.kept(EntryType.JUDGEMENT, Stored.of(what), about, List.of()));
  }

  @Override
  public List<AlertBody.Hit> hits(Officer by, DispatchId alert) throws ExchangeException {
    Role role = Roles.require(by, DispatchKind.ALERT_HIT, Role.ANALYST, Role.DUTY_OFFICER);
    Work work = journal.begin();
    IssuedAlertRow row =
        AlertRows.issued(work, alert)
            .filter(found -> by.agency().id().equals(found.drafter().agency().id()))
            .orElseThrow(IssueDesk::notFound);
    var reader =
        new Readings.Reader(
            by, role, new CaseReference(row.alert().form().caseReference()), ReadingStep.ALERT_HIT);
    List<AlertBody.Hit> hits = new ArrayList<>();
    for (Delivery delivery : row.alert().deliveries()) {
      for (Told told : delivery.hits()) {
        parts
            .readings()
            .report(work, reader, Readings.Source.dispatch(delivery.partner(), told.id()));
        Rows.received(work, told.id())
            .map(Rows.Proof::content)
            .filter(bytes -> !bytes.isEmpty())
            .map(Written::read)
            .ifPresent(found -> hits.add((AlertBody.Hit) found.body()));
      }
    }
    journal.commit(work);
    return hits;
  }

  @Override
  public List<Alert> alerts(Officer by) {
    Work work = journal.begin();
    return AlertRows.allIssued(work).stream()
        .filter(row -> visible(by, row))
        .map(row -> row.view(work.now()))
        .sorted(Comparator.comparing(Alert::id).reversed())
        .toList();
  }

  @Override
  public Alert alert(Officer by, DispatchId alert) throws ExchangeException {
    Work work = journal.begin();
    return AlertRows.issued(work, alert)
        .filter(row -> visible(by, row))
        .map(row -> row.view(work.now()))
        .orElseThrow(IssueDesk::notFound);
  }

  private static boolean visible(Officer by, IssuedAlertRow row) {
    boolean ofAgency =
        by.agency().id().equals(row.drafter().agency().id())
            && Roles.any(by, DispatchKind.ALERT, Role.ANALYST, Role.DUTY_OFFICER);
    boolean toIssue =
        row.alert().state() == Alert.State.DRAFT
            && Roles.any(by, DispatchKind.ALERT, Role.DUTY_OFFICER, Role.AUTHORITY);
    return ofAgency || toIssue || Roles.any(by, DispatchKind.ALERT, Role.RIGHTS_OFFICER);
  }

  private static void require(boolean state) throws ExchangeException {
    if (!state) {
      throw new ExchangeException(
          ExchangeException.Code.WRONG_STATE, "the alert is not in the state this needs");
    }
  }

  private static ExchangeException invalid(String rule) {
    return new ExchangeException(ExchangeException.Code.INVALID_FORM, rule);
  }

  private static ExchangeException notFound() {
    return new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such alert");
  }

  private record Drafted(OfficerId by, UnitId unit) {}

  private record Seconded(OfficerId by, UnitId unit) {}

  private record Judged(OfficerId by, UnitId unit, String what, String reason) {}
}
