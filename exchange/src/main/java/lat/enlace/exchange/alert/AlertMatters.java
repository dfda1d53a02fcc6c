// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lat.enlace.exchange.Alerting.AlertForm;
import lat.enlace.exchange.ask.AskParts;
import lat.enlace.exchange.decide.Matter;
import lat.enlace.exchange.decide.Obligations;
import lat.enlace.exchange.decide.Verdict;
import lat.enlace.exchange.item.Categories;
import lat.enlace.exchange.record.Work;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.instrument.decision.Facts;
import lat.enlace.instrument.decision.Obligation;
import lat.enlace.instrument.decision.Question;
import lat.enlace.instrument.decision.Side;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.AlertAction;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.NodeId;
import lat.enlace.model.StateCode;
import lat.enlace.model.Urgency;
import lat.enlace.model.dispatch.AlertBody;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.Header;
import lat.enlace.model.entity.Entity;

/// What is decided about alerts. The issuer is the one who asks, whoever sends; each side decides
/// under its own law, and again whenever something is about to be done.
final class AlertMatters {
  private final AskParts parts;

  AlertMatters(AskParts parts) {
    this.parts = parts;
  }

  /// What an officer would issue.
  Matter draft(Work work, AgencyKind agency, AlertForm form, NodeId partner) {
    StateCode theirs = parts.accords().stateOf(partner).orElse(parts.own().state());
    Question question =
        new Question(
            new Question.Route(
                Side.ASKING, DispatchKind.ALERT, parts.own().state(), theirs, agency),
            new Question.Cause(
                form.purpose(),
                form.offence(),
                !form.caseReference().isBlank(),
                !form.legalBasis().isBlank(),
                form.elements()),
            new Question.Subject(form.category(), form.stage(), form.grounds()),
            Categories.all(form.subject()),
            Urgency.N7D);
    Facts facts = parts.shelves().facts(work, List.of(form.subject()));
    return Matter.of(partner, question, facts, List.of());
  }

  /// What is said about the alert that {@code alert} brought or brings.
  ///
  /// @param subject as it reads now
  Matter about(Work work, Dispatch alert, Entity subject, DispatchKind kind, AgencyKind agency) {
    Header header = alert.header();
    AlertBody.Alert body = (AlertBody.Alert) alert.body();
    boolean ours = header.from().equals(parts.own().node());
    NodeId partner = ours ? header.to() : header.from();
    StateCode theirs = parts.accords().stateOf(partner).orElseThrow();
    Basis.UnderInstrument basis = (Basis.UnderInstrument) header.basis();
    Set<DataCategory> wanted = EnumSet.noneOf(DataCategory.class);
    wanted.addAll(
        kind == DispatchKind.ALERT_HIT ? Set.of(DataCategory.LOCATION) : Categories.all(subject));
    Question question =
        new Question(
            new Question.Route(
                ours ? Side.ASKING : Side.RECEIVING,
                kind,
                ours ? parts.own().state() : theirs,
                ours ? theirs : parts.own().state(),
                agency),
            new Question.Cause(basis.purpose(), basis.offence(), true, true, basis.elements()),
            new Question.Subject(body.category(), body.stage(), body.grounds()),
            wanted,
            header.urgency());
    Facts facts = parts.shelves().facts(work, List.of(body.subject(), subject));
    return Matter.of(partner, question, facts, List.of(header.id()));
  }

  Verdict rule(Work work, Matter matter, Dispatch alert) {
    return parts.decider().rule(work, matter, alert.header().basis().cited().orElseThrow());
  }

  /// The same, entered.
  Verdict decide(Work work, Matter matter, Dispatch alert, DispatchId about) {
    Verdict ruling = rule(work, matter, alert);
    Matter named =
        about.equals(alert.header().id())
            ? matter
            : matter.about(List.of(alert.header().id(), about));
    parts.decider().enter(work, named, ruling);
    return ruling;
  }

  static boolean permits(Verdict ruling) {
    return ruling.open() instanceof Decision.Permit;
  }

  /// When an alert of {@code from} must have been reviewed: by the clock of its action, or the
  /// shortest retention of what it says, whichever is first.
  static Instant until(AlertAction action, Verdict ruling, Entity subject, Instant from) {
    Set<DataCategory> said = Categories.all(subject);
    return Obligations.retention(ruling.open()).stream()
        .filter(keep -> keep.data().stream().anyMatch(said::contains))
        .map(Obligation.Keep::days)
        .map(days -> from.plus(Duration.ofDays(days)))
        .reduce(action.reviewedBy(from), (one, other) -> other.isBefore(one) ? other : one);
  }
}
