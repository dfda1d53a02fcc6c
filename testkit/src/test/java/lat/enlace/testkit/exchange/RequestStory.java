// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Replying.HeldRequest;
import lat.enlace.exchange.Replying.ReplyForm;
import lat.enlace.exchange.RequestForm;
import lat.enlace.exchange.Requesting.SentRequest;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.DataCategory;
import lat.enlace.model.EntityId;
import lat.enlace.model.Grading;
import lat.enlace.model.Ground;
import lat.enlace.model.Handling;
import lat.enlace.model.InformationGrade;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.RequestType;
import lat.enlace.model.SourceGrade;
import lat.enlace.model.StatementKind;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.Urgency;
import lat.enlace.model.dispatch.RequestBody.Progress;
import lat.enlace.model.dispatch.RequestBody.Reply.Refused;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;

/// Colombia and Venezuela at the level of information: what tests of requests begin with.
final class RequestStory {
  static final InstrumentId CO_VE = new InstrumentId("co-ve-2026-cooperation");
  static final String CASE = "CASO-2026-0001";

  private final Federation federation;

  private RequestStory(Federation federation) {
    this.federation = federation;
  }

  static RequestStory begin(long seed) throws ExchangeException {
    RequestStory story = new RequestStory(Federation.ofThree(seed));
    story.level(ConfidenceLevel.INFORMATION);
    return story;
  }

  void level(ConfidenceLevel level) throws ExchangeException {
    for (TestNode node : List.of(co(), ve())) {
      node.core().standings().raise(node.authority(), CO_VE, level, "prueba");
    }
    federation.settle();
  }

  Federation federation() {
    return federation;
  }

  TestNode co() {
    return federation.co();
  }

  TestNode ve() {
    return federation.ve();
  }

  /// A lawful request for the identity of {@link Story#PROBE}.
  RequestForm identity() {
    return form(RequestType.IDENTITY, Story.PROBE, DataCategory.IDENTITY, DataCategory.DOCUMENT);
  }

  RequestForm form(RequestType type, Entity subject, DataCategory... wanted) {
    return new RequestForm(
        ask(subject, Urgency.N7D, wanted), type, List.of(), List.of(), List.of());
  }

  AskForm ask(Entity subject, Urgency urgency, DataCategory... wanted) {
    AskForm lawful = Forms.about(subject, CASE, Set.of(Ground.EVIDENCE), ve());
    boolean person = subject.schema() == Schema.PERSON;
    return new AskForm(
        lawful.partners(),
        lawful.caseReference(),
        lawful.legalBasis(),
        lawful.offence(),
        lawful.purpose(),
        lawful.elements(),
        subject,
        person ? SubjectCategory.SUSPECT_COMMITTED : SubjectCategory.NOT_A_PERSON,
        lawful.stage(),
        lawful.grounds(),
        Set.of(wanted),
        urgency,
        lawful.reason());
  }

  SentRequest send(RequestForm form) throws ExchangeException {
    SentRequest sent = co().core().requesting().send(co().analyst(), form).getFirst();
    federation.settle();
    return sent;
  }

  SentRequest now(SentRequest sent) throws ExchangeException {
    return co().core().requesting().request(co().analyst(), sent.id());
  }

  HeldRequest held() {
    return ve().core().replying().desk(ve().duty()).getFirst();
  }

  HeldRequest step(Progress.Step step, String text, LocalDate... expected)
      throws ExchangeException {
    HeldRequest after =
        ve().core().replying().progress(ve().duty(), held().id(), step, text, List.of(expected));
    federation.settle();
    return after;
  }

  HeldRequest reply(ReplyForm form) throws ExchangeException {
    HeldRequest after = ve().core().replying().reply(ve().duty(), held().id(), form);
    federation.settle();
    return after;
  }

  static ReplyForm gives(boolean last, Entity entity, Refused... refused) {
    return new ReplyForm(last, List.of(entity), List.of(refused), Handling.LEAST);
  }

  static ReplyForm refuses(RefusalCode code, String explanation) {
    return new ReplyForm(
        true, List.of(), List.of(new Refused(code, Set.of(), explanation)), Handling.LEAST);
  }

  /// What Venezuela knows of {@link Story#PROBE}.
  static Entity known() {
    return entity(
        Schema.PERSON,
        stated(Property.NAME, "Ana Ejemplo Prueba"),
        stated(Property.ID_NUMBER, "V-4711"));
  }

  static Entity entity(Schema schema, Statement... statements) {
    return new Entity(new EntityId("registro-1"), schema, List.of(statements));
  }

  static Statement stated(Property property, String value) {
    return new Statement(
        property,
        value,
        StatementKind.FACT,
        new Grading(SourceGrade.A, InformationGrade.CERTAIN),
        "Registro inventado",
        Instant.parse("2026-01-15T12:00:00Z"));
  }
}
