// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lat.enlace.exchange.Alerting.Alert;
import lat.enlace.exchange.Alerting.AlertForm;
import lat.enlace.exchange.Alerting.Changed;
import lat.enlace.exchange.Alerting.Delivery;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.ask.AskParts;
import lat.enlace.exchange.ask.Forms;
import lat.enlace.exchange.decide.Matter;
import lat.enlace.exchange.decide.Obligations;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.peer.Written;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.NodeId;
import lat.enlace.model.Role;
import lat.enlace.model.Urgency;
import lat.enlace.model.dispatch.AlertBody;
import lat.enlace.model.dispatch.AlertBody.Change;
import lat.enlace.model.dispatch.AlertBody.Change.What;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.entity.Entity;

/// How alerts, and what changes them, leave. Every decision is entered in the work that sends
/// (invariant I1); what is about somebody this node protects is entered and sent nowhere.
final class Issuing {
  private final AskParts parts;
  private final AlertMatters matters;

  Issuing(AskParts parts, AlertMatters matters) {
    this.parts = parts;
    this.matters = matters;
  }

  /// Who acts, as what.
  record By(Officer officer, Role role) {}

  /// What is changed.
  record Said(What what, List<Entity> subject) {}

  IssuedAlertRow issue(Work work, IssuedAlertRow draft, Officer second) throws ExchangeException {
    Set<DispatchId> kept = new HashSet<>();
    List<Delivery> deliveries = new ArrayList<>();
    for (NodeId partner : draft.alert().form().partners().stream().sorted().toList()) {
      deliveries.add(issue(work, draft, partner, kept));
    }
    boolean gone = deliveries.stream().anyMatch(one -> one.state().lasts());
    return draft
        .in(gone ? Alert.State.ISSUED : Alert.State.REFUSED_HERE, List.of(second.id()), deliveries)
        .keeping(kept);
  }

  private Delivery issue(Work work, IssuedAlertRow draft, NodeId partner, Set<DispatchId> kept)
      throws ExchangeException {
    AlertForm form = draft.alert().form();
    Officer by = draft.drafter();
    Matter matter = matters.draft(work, by.agency().kind(), form, partner);
    Verdict ruling = parts.decider().rule(work, matter);
    if (!AlertMatters.permits(ruling)) {
      DispatchId id = parts.letters().freshId(work);
      parts.decider().enter(work, matter.about(List.of(id)), ruling);
      return delivery(id, partner, Delivery.State.REFUSED_HERE, ruling.open(), List.of());
    }
    Instant until = AlertMatters.until(form.action(), ruling, form.subject(), AlertRows.now(work));
    var cover =
        new Letters.Cover(
            by,
            Role.ANALYST,
            partner,
            basis(form, ruling),
            Obligations.handling(ruling.open()).union(form.handling()),
            Urgency.N7D);
    Letters.Letter letter = parts.letters().write(work, cover, body(form, until));
    parts.decider().enter(work, matter.about(List.of(letter.id())), ruling);
    if (ruling.concealed()) {
      kept.add(letter.id());
    }
    leave(work, letter, ruling.concealed());
    return delivery(letter.id(), partner, Delivery.State.QUEUED, ruling.open(), List.of(until));
  }

  private static Delivery delivery(
      DispatchId id, NodeId partner, Delivery.State state, Decision decision, List<Instant> until) {
    return new Delivery(
        id, partner, state, decision, until, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private void leave(Work work, Letters.Letter letter, boolean stays) {
    if (stays) {
      work.enter(
          Draft.kept(
              EntryType.DISPATCH,
              letter.bytes(),
              List.of(letter.id()),
              List.of(letter.dispatch().header().to())));
    } else {
      parts.letters().send(work, letter);
    }
  }

  private static AlertBody.Alert body(AlertForm form, Instant until) throws ExchangeException {
    try {
      return new AlertBody.Alert(
          form.subject(),
          form.action(),
          form.category(),
          form.stage(),
          form.grounds(),
          form.markers(),
          until,
          form.reason());
    } catch (IllegalArgumentException e) {
      throw Forms.invalid(e);
    }
  }

  private static Basis.UnderInstrument basis(AlertForm form, Verdict ruling)
      throws ExchangeException {
    try {
      return new Basis.UnderInstrument(
          ruling.refs().getFirst(),
          new CaseReference(form.caseReference()),
          form.purpose(),
          form.offence(),
          form.legalBasis(),
          form.elements());
    } catch (IllegalArgumentException e) {
      throw Forms.invalid(e);
    }
  }

  /// Sends a change to every partner that holds the alert.
  ///
  /// @param said what each is told; nothing where he is told nothing
  IssuedAlertRow change(
      Work work, IssuedAlertRow row, By by, Function<Delivery, Optional<Change>> said)
      throws ExchangeException {
    IssuedAlertRow after = row;
    for (Delivery delivery : row.alert().deliveries()) {
      Optional<Change> body = delivery.state().lasts() ? said.apply(delivery) : Optional.empty();
      if (body.isPresent()) {
        after = change(work, after, by, delivery, body.get());
      }
    }
    return after;
  }

  private IssuedAlertRow change(
      Work work, IssuedAlertRow row, By by, Delivery delivery, Change body)
      throws ExchangeException {
    Dispatch alert = alert(delivery.id());
    Entity subject = row.alert().form().subject();
    Matter matter =
        matters.about(
            work, alert, subject, DispatchKind.ALERT_CHANGE, by.officer().agency().kind());
    Verdict ruling = matters.rule(work, matter, alert);
    if (body.what().adds() && !AlertMatters.permits(ruling)) {
      parts.decider().enter(work, matter, ruling);
      return row;
    }
    var cover =
        new Letters.Cover(
            by.officer(),
            by.role(),
            delivery.partner(),
            alert.header().basis(),
            alert.header().handling(),
            Urgency.N7D);
    Letters.Letter letter = parts.letters().write(work, cover, body);
    parts.decider().enter(work, matter.about(List.of(delivery.id(), letter.id())), ruling);
    boolean stays =
        row.kept().contains(delivery.id()) || (body.what().adds() && ruling.concealed());
    leave(work, letter, stays);
    Changed changed = new Changed(letter.id(), body.what(), body.until(), false);
    return row.delivery(delivery.id(), one -> told(one, changed));
  }

  private static Delivery told(Delivery one, Changed changed) {
    return new Delivery(
        one.id(),
        one.partner(),
        changed.what().ends() ? Delivery.State.ENDED : one.state(),
        one.decision(),
        one.until(),
        one.flag(),
        one.reason(),
        one.error(),
        one.hits(),
        Stream.concat(one.changes().stream(), Stream.of(changed)).toList());
  }

  /// Another term from now; nothing where the agreement gives none that is longer.
  Optional<Change> extension(Work work, IssuedAlertRow row, Delivery delivery) {
    Dispatch alert = alert(delivery.id());
    AlertForm form = row.alert().form();
    Matter matter =
        matters.about(
            work,
            alert,
            form.subject(),
            DispatchKind.ALERT_CHANGE,
            alert.header().sender().agency().kind());
    Verdict ruling = matters.rule(work, matter, alert);
    Instant until = AlertMatters.until(form.action(), ruling, form.subject(), AlertRows.now(work));
    return until.isAfter(IssuedAlertRow.until(delivery))
        ? Optional.of(
            new Change(delivery.id(), What.EXTENDED, List.of(until), List.of(), List.of()))
        : Optional.empty();
  }

  /// Any other change.
  Optional<Change> body(IssuedAlertRow row, Delivery delivery, Said said) {
    return Optional.of(
        new Change(
            delivery.id(),
            said.what(),
            List.of(),
            said.subject(),
            said.what() == What.NARROWED ? List.of(row.alert().form().action()) : List.of()));
  }

  /// The dispatch of an alert that this node wrote.
  Dispatch alert(DispatchId delivery) {
    return Written.find(parts.journal(), delivery)
        .orElseThrow(() -> new StoreException(StoreException.Code.CORRUPT));
  }
}
