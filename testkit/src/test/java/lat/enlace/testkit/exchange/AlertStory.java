// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.RequestStory.entity;
import static lat.enlace.testkit.exchange.RequestStory.stated;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import lat.enlace.exchange.Alerting.Alert;
import lat.enlace.exchange.Alerting.AlertForm;
import lat.enlace.exchange.Alerting.Delivery;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Heeding.FoundForm;
import lat.enlace.exchange.Heeding.HeldAlert;
import lat.enlace.exchange.Heeding.Shown;
import lat.enlace.exchange.Officer;
import lat.enlace.model.AlertAction;
import lat.enlace.model.AlertFlag;
import lat.enlace.model.AlertMarker;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DataCategory;
import lat.enlace.model.Ground;
import lat.enlace.model.Handling;
import lat.enlace.model.LegalReason;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Role;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.UnitId;
import lat.enlace.model.Urgency;
import lat.enlace.model.dispatch.AlertBody.Hit.Outcome;
import lat.enlace.model.dispatch.AlertBody.Stance.Stand;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;

/// Colombia and Venezuela, and an alert between them: what tests of alerts begin with.
final class AlertStory {
  private final RequestStory story;

  private AlertStory(RequestStory story) {
    this.story = story;
  }

  static AlertStory begin(long seed) throws ExchangeException {
    return new AlertStory(RequestStory.begin(seed));
  }

  Federation federation() {
    return story.federation();
  }

  TestNode co() {
    return story.co();
  }

  TestNode ve() {
    return story.ve();
  }

  static Entity ana() {
    return entity(
        Schema.PERSON,
        stated(Property.NAME, "Ana Ejemplo Prueba"),
        stated(Property.ALIAS, "La Muestra"));
  }

  static Entity car() {
    return entity(Schema.VEHICLE, stated(Property.LICENCE_PLATE, "XYZ123"));
  }

  AlertForm form(Entity subject, AlertAction action) {
    AskForm ask = story.ask(subject, Urgency.N7D, DataCategory.IDENTITY);
    boolean person = subject.schema() == Schema.PERSON;
    return new AlertForm(
        Set.of(ve().id()),
        ask.caseReference(),
        ask.legalBasis(),
        ask.offence(),
        ask.purpose(),
        ask.elements(),
        subject,
        action,
        person ? SubjectCategory.SUSPECT_COMMITTED : SubjectCategory.NOT_A_PERSON,
        ProceduralStage.INDICTED,
        Set.of(Ground.EVIDENCE, Ground.JUDICIAL_ORDER),
        person ? Set.of(AlertMarker.ARMED) : Set.of(),
        Handling.LEAST,
        "orden de captura inventada");
  }

  /// Of another unit than every other officer of the tests.
  static Officer second(TestNode node) {
    Officer duty = node.duty();
    return new Officer(
        duty.id(), duty.agency(), new UnitId("otra-unidad"), duty.roles(), duty.language());
  }

  static Officer other(TestNode node) {
    return node.officer("otra.guardia", Role.DUTY_OFFICER);
  }

  void pass(Duration time) throws ExchangeException {
    federation().world().pass(time);
    for (TestNode node : federation().nodes()) {
      node.core().links().tick();
    }
    federation().settle();
  }

  Alert issue() throws ExchangeException {
    return issue(form(ana(), AlertAction.ARREST));
  }

  Alert issue(AlertForm form) throws ExchangeException {
    Alert draft = co().core().alerting().draft(co().analyst(), form);
    Alert issued = co().core().alerting().issue(second(co()), draft.id());
    federation().settle();
    return issued;
  }

  Alert now(Alert alert) throws ExchangeException {
    return co().core().alerting().alert(co().analyst(), alert.id());
  }

  Delivery delivery(Alert alert) throws ExchangeException {
    return now(alert).deliveries().getFirst();
  }

  HeldAlert held() {
    return ve().core().heeding().held(ve().duty()).getFirst();
  }

  HeldAlert accept() throws ExchangeException {
    return stance(Stand.ACCEPTED, List.of(), List.of());
  }

  HeldAlert stance(Stand stand, List<AlertFlag> flag, List<LegalReason> reason)
      throws ExchangeException {
    HeldAlert after = ve().core().heeding().stance(ve().duty(), held().id(), stand, flag, reason);
    federation().settle();
    return after;
  }

  List<Shown> search(Entity probe) throws ExchangeException {
    return ve().core()
        .heeding()
        .search(ve().analyst(), probe, new CaseReference("VE-CONTROL-1"), "control de carretera");
  }

  FoundForm found(Outcome outcome) {
    return new FoundForm(outcome, ve().clock().now(), "Puente El Ejemplo", List.of());
  }

  /// Found by an analyst, confirmed by a duty officer.
  HeldAlert hit(Outcome outcome) throws ExchangeException {
    HeldAlert noted = ve().core().heeding().found(ve().analyst(), held().id(), found(outcome));
    HeldAlert told =
        ve().core().heeding().report(ve().duty(), noted.id(), noted.hits().getLast().id());
    federation().settle();
    return told;
  }
}
