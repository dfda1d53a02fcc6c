// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.count;
import static lat.enlace.testkit.exchange.RequestStory.entity;
import static lat.enlace.testkit.exchange.RequestStory.gives;
import static lat.enlace.testkit.exchange.RequestStory.known;
import static lat.enlace.testkit.exchange.RequestStory.refuses;
import static lat.enlace.testkit.exchange.RequestStory.stated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Asking;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Replying.HeldRequest;
import lat.enlace.exchange.Replying.ReplyForm;
import lat.enlace.exchange.RequestClock;
import lat.enlace.exchange.RequestForm;
import lat.enlace.exchange.Requesting;
import lat.enlace.exchange.Requesting.SentRequest;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.CaseReference;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchId;
import lat.enlace.model.ItemId;
import lat.enlace.model.RecallAction;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.RequestType;
import lat.enlace.model.Role;
import lat.enlace.model.TraceEnd;
import lat.enlace.model.Urgency;
import lat.enlace.model.UrgentReason;
import lat.enlace.model.clock.Pause;
import lat.enlace.model.clock.ReplyClock;
import lat.enlace.model.dispatch.RequestBody;
import lat.enlace.model.dispatch.RequestBody.Progress;
import lat.enlace.model.dispatch.RequestBody.Reply.Refused;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.FirearmTrace;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;
import org.junit.jupiter.api.Test;

/// A request goes its whole way, on one clock that both ends reckon alike.
class RequestsTest {
  private final RequestStory story;
  private final TestNode co;
  private final TestNode ve;

  RequestsTest() throws ExchangeException {
    story = RequestStory.begin(31);
    co = story.co();
    ve = story.ve();
  }

  @Test
  void request_isAcceptedAndAnsweredByAPerson() throws Exception {
    SentRequest sent = story.send(story.identity());
    assertThat(story.now(sent).state()).isEqualTo(SentRequest.State.DELIVERED);
    assertThat(story.held().state()).isEqualTo(HeldRequest.State.RECEIVED);
    assertThat(story.held().enquiry()).isEqualTo(sent.enquiry());
    story.step(Progress.Step.ACCEPTED, "");
    assertThat(story.now(sent).state()).isEqualTo(SentRequest.State.ACCEPTED);
    assertThat(story.reply(gives(true, known())).state()).isEqualTo(HeldRequest.State.ANSWERED);
    SentRequest answered = story.now(sent);
    assertThat(answered.state()).isEqualTo(SentRequest.State.ANSWERED);
    Asking.ReadItem item =
        co.core()
            .asking()
            .read(
                co.analyst(),
                answered.items().getFirst(),
                new CaseReference(RequestStory.CASE),
                "identificación");
    assertThat(item.entity().values(Property.ID_NUMBER)).containsExactly("V-4711");
    assertThat(item.expiries()).isNotEmpty();
    assertThat(clockThere()).isEqualTo(answered.clock());
    assertThat(answered.clock().at(co.clock().now())).contains(ReplyClock.State.MET);
    assertThat(close(sent).state()).isEqualTo(SentRequest.State.CLOSED);
  }

  private SentRequest close(SentRequest sent) throws ExchangeException {
    return co.core().requesting().close(co.analyst(), sent.id(), "leída");
  }

  private RequestClock clockThere() {
    return story.held().clock();
  }

  @Test
  void clarification_stopsTheClockUntilItIsReceived() throws Exception {
    SentRequest sent = story.send(story.identity());
    Instant due = story.now(sent).clock().due().orElseThrow();
    story.federation().world().pass(Duration.ofDays(1));
    story.step(Progress.Step.CLARIFY, "¿Nacida dónde?");
    SentRequest asked = story.now(sent);
    assertThat(asked.state()).isEqualTo(SentRequest.State.CLARIFY);
    assertThat(asked.clock().due()).isEmpty();
    DispatchId said = asked.said().getLast().id();
    assertThat(co.core().requesting().read(co.analyst(), sent.id(), said))
        .containsExactly("¿Nacida dónde?");
    story.federation().world().pass(Duration.ofDays(4));
    assertThat(asked.clock().at(co.clock().now())).contains(ReplyClock.State.PAUSED);
    co.core().requesting().clarify(co.analyst(), sent.id(), "En Cúcuta");
    story.federation().settle();
    assertThat(story.held().state()).isEqualTo(HeldRequest.State.ACCEPTED);
    assertThat(ve.core().replying().open(ve.duty(), sent.id()).clarifications())
        .containsExactly("En Cúcuta");
    assertThat(clockThere()).isEqualTo(story.now(sent).clock());
    assertThat(clockThere().due()).contains(due.plus(Duration.ofDays(4)));
  }

  @Test
  void judicialAuthorisation_stopsTheClockAndSaysUntilWhen() throws Exception {
    SentRequest sent = story.send(story.identity());
    LocalDate day = LocalDate.of(2026, 12, 24);
    story.step(Progress.Step.JUDICIAL, "", day);
    assertThat(story.now(sent).said().getLast().expected()).containsExactly(day);
    assertThat(story.now(sent).clock().why()).contains(Pause.Reason.AUTHORISATION);
    story.federation().world().pass(Duration.ofDays(4));
    story.step(Progress.Step.RESUMED, "");
    assertThat(story.now(sent).state()).isEqualTo(SentRequest.State.ACCEPTED);
    assertThat(clockThere()).isEqualTo(story.now(sent).clock());
    story.reply(refuses(RefusalCode.R2, "El juzgado no autorizó."));
    SentRequest refused = story.now(sent);
    assertThat(refused.state()).isEqualTo(SentRequest.State.REFUSED);
    assertThat(refused.refused())
        .containsExactly(new Requesting.RefusedPart(RefusalCode.R2, Set.of()));
    DispatchId said = refused.said().getLast().id();
    assertThat(co.core().requesting().read(co.analyst(), sent.id(), said))
        .containsExactly("El juzgado no autorizó.");
  }

  @Test
  void reply_givesSomeNowSomeLaterAndRefusesTheRest() throws Exception {
    SentRequest sent = story.send(story.identity());
    Entity name = entity(Schema.PERSON, stated(Property.NAME, "Ana Ejemplo Prueba"));
    story.reply(gives(false, name));
    assertThat(story.now(sent).state()).isEqualTo(SentRequest.State.PARTIAL);
    story.step(Progress.Step.REDIRECTED, "Registro civil");
    var rest = new Refused(RefusalCode.R6, Set.of(DataCategory.DOCUMENT), "De un tercero.");
    Entity born = entity(Schema.PERSON, stated(Property.BIRTH_DATE, "1980-02-03"));
    story.reply(gives(true, born, rest));
    SentRequest answered = story.now(sent);
    assertThat(answered.state()).isEqualTo(SentRequest.State.ANSWERED);
    assertThat(answered.items()).hasSize(2);
    assertThat(answered.refused().getFirst().of()).containsExactly(DataCategory.DOCUMENT);
  }

  @Test
  void reply_thatIsLateIsEnteredOnceAndStillTaken() throws Exception {
    RequestForm form =
        new RequestForm(
            story.ask(Story.PROBE, Urgency.U8H, DataCategory.IDENTITY),
            RequestType.IDENTITY,
            List.of(UrgentReason.LIFE),
            List.of(),
            List.of());
    SentRequest sent = story.send(form);
    story.federation().world().pass(Duration.ofHours(9));
    for (TestNode node : List.of(co, ve)) {
      node.core().links().tick();
      node.core().links().tick();
      assertThat(count(node, EntryType.OVERDUE)).isOne();
    }
    assertThat(story.now(sent).clock().at(co.clock().now())).contains(ReplyClock.State.BREACHED);
    story.reply(gives(true, entity(Schema.PERSON, stated(Property.NAME, "Ana Ejemplo"))));
    assertThat(story.now(sent).state()).isEqualTo(SentRequest.State.ANSWERED);
    assertThat(story.now(sent).clock().at(co.clock().now())).contains(ReplyClock.State.BREACHED);
    assertThat(clockThere()).isEqualTo(story.now(sent).clock());
  }

  @Test
  void withdrawal_endsItAtBothEnds() throws Exception {
    SentRequest sent = story.send(story.identity());
    co.core().requesting().withdraw(co.analyst(), sent.id(), "resuelto");
    story.federation().settle();
    assertThat(story.now(sent).state()).isEqualTo(SentRequest.State.WITHDRAWN);
    assertThat(story.held().state()).isEqualTo(HeldRequest.State.WITHDRAWN);
    assertThatThrownBy(() -> story.reply(gives(true, known())))
        .hasFieldOrPropertyWithValue("code", ExchangeException.Code.WRONG_STATE);
  }

  @Test
  void firearmTrace_holdsItsChainAndSaysWhereItEnds() throws Exception {
    Entity gun = entity(Schema.FIREARM, stated(Property.SERIAL_NUMBER, "XX000123"));
    SentRequest sent = story.send(story.form(RequestType.FIREARM_TRACE, gun, DataCategory.FIREARM));
    Statement[] links = {
      stated(Property.LAWFUL_HOLDER, "Club de Tiro Inventado"),
      stated(Property.MANUFACTURER, "Armas Inventadas SA"),
      stated(Property.IMPORTER, "Importadora Inventada CA")
    };
    assertThatThrownBy(() -> story.reply(gives(true, entity(Schema.FIREARM, links))))
        .hasFieldOrPropertyWithValue("code", ExchangeException.Code.INVALID_FORM);
    List<Statement> all = new ArrayList<>(List.of(links));
    all.add(stated(Property.TRACE_END, TraceEnd.REPORTED_STOLEN.code()));
    story.reply(gives(true, entity(Schema.FIREARM, all.toArray(Statement[]::new))));
    Asking.ReadItem item =
        co.core()
            .asking()
            .read(
                co.analyst(),
                story.now(sent).items().getFirst(),
                new CaseReference(RequestStory.CASE),
                "rastreo");
    FirearmTrace trace = FirearmTrace.of(item.entity());
    assertThat(trace.links())
        .extracting(Statement::property)
        .containsExactly(Property.MANUFACTURER, Property.IMPORTER, Property.LAWFUL_HOLDER);
    assertThat(trace.end()).containsExactly(TraceEnd.REPORTED_STOLEN);
  }

  @Test
  void request_thatFollowsUpAnotherKeepsItsEnquiry() throws Exception {
    SentRequest first = story.send(story.identity());
    RequestForm next =
        new RequestForm(
            story.ask(Story.PROBE, Urgency.N7D, DataCategory.CRIMINAL_RECORD),
            RequestType.CRIMINAL_RECORD,
            List.of(),
            List.of(first.enquiry()),
            List.of(first.id()));
    SentRequest second = story.send(next);
    assertThat(second.enquiry()).isEqualTo(first.enquiry());
    RequestBody.Request there =
        (RequestBody.Request) ve.core().replying().open(ve.duty(), second.id()).request().body();
    assertThat(there.earlier()).containsExactly(first.id());
  }

  @Test
  void recall_ofWhatAReplyGaveIsObeyed() throws Exception {
    SentRequest sent = story.send(story.identity());
    story.reply(gives(true, known()));
    ItemId item = story.now(sent).items().getFirst();
    ve.core()
        .recalling()
        .recall(ve.duty(), item, RecallAction.CORRECT, "error", List.of(corrected()));
    story.federation().settle();
    Asking.ReadItem read =
        co.core()
            .asking()
            .read(co.analyst(), item, new CaseReference(RequestStory.CASE), "de nuevo");
    assertThat(read.entity().values(Property.ID_NUMBER)).containsExactly("V-9090");
  }

  private static Entity corrected() {
    return entity(
        Schema.PERSON,
        stated(Property.NAME, "Ana Ejemplo Prueba"),
        stated(Property.ID_NUMBER, "V-9090"));
  }

  @Test
  void request_belowTheLevelOfInformationIsRefusedAndLeavesNothing() throws Exception {
    co.core()
        .standings()
        .lower(co.authority(), RequestStory.CO_VE, ConfidenceLevel.HIT_NO_HIT, "prueba");
    SentRequest refused = story.send(story.identity());
    assertThat(refused.state()).isEqualTo(SentRequest.State.REFUSED_HERE);
    assertThat(ve.core().replying().desk(ve.duty())).isEmpty();
  }

  @Test
  void request_thatNeedsAnAuthorityGoesOnceItSigns() throws Exception {
    Entity phone = entity(Schema.PHONE, stated(Property.PHONE, "+00 555 0100"));
    SentRequest sent =
        story.send(story.form(RequestType.PHONE_SUBSCRIBER, phone, DataCategory.PHONE));
    assertThat(sent.state()).isEqualTo(SentRequest.State.AWAITING_AUTHORITY);
    Officer prosecutor = co.officer("fiscalia", AgencyKind.PROSECUTOR, "fiscal", Role.AUTHORITY);
    Bytes text = co.core().requesting().textToAuthorise(prosecutor, sent.id());
    co.core().requesting().authorise(prosecutor, sent.id(), TestNode.sign(prosecutor, text));
    story.federation().settle();
    assertThat(story.now(sent).state()).isEqualTo(SentRequest.State.DELIVERED);
    HeldRequest held = story.held();
    assertThat(held.waitsFor()).containsExactly(AuthorityRole.PROSECUTOR);
    ReplyForm reply = gives(true, entity(Schema.PHONE, stated(Property.SUBSCRIBER, "Nadie")));
    assertThatThrownBy(() -> story.reply(reply))
        .hasFieldOrPropertyWithValue("code", ExchangeException.Code.REFUSED);
    Officer theirs =
        ve.officer("ministerio-publico", AgencyKind.PROSECUTOR, "fiscal", Role.AUTHORITY);
    Bytes there = ve.core().replying().open(theirs, held.id()).text();
    ve.core().replying().admit(theirs, held.id(), TestNode.sign(theirs, there));
    story.reply(reply);
    assertThat(story.now(sent).state()).isEqualTo(SentRequest.State.ANSWERED);
  }
}
