// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.admit;
import static lat.enlace.testkit.exchange.InvariantSteps.count;
import static lat.enlace.testkit.exchange.InvariantSteps.decisions;
import static lat.enlace.testkit.exchange.InvariantSteps.inquire;
import static lat.enlace.testkit.exchange.InvariantSteps.newest;
import static lat.enlace.testkit.exchange.InvariantSteps.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.ExchangeException.Code;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Records;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchId;
import lat.enlace.model.EntityId;
import lat.enlace.model.Ground;
import lat.enlace.model.ItemId;
import lat.enlace.model.RecallAction;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.Role;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Schema;
import lat.enlace.testkit.people.People;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// No road to data about persons but a use case that asks who reads, for which case and why, and
/// enters it first (invariant I5).
class ReadingsTest {
  private static final CaseReference CASE = new CaseReference("CASO-2026-0001");
  private static final Records.Why WHY = new Records.Why(CASE, "para el tribunal");

  @Test
  void opening_ofADisclosureReceivedIsAReadingLikeAnyOther() throws Exception {
    Story story = Story.begin(41);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    story.disclose();
    DispatchId disclosure = newest(ve, EntryType.DISPATCH);
    Records records = co.core().records();
    Officer other = co.officer("otra", AgencyKind.POLICE, "curioso", Role.ANALYST);
    Records.Why otherCase = new Records.Why(new CaseReference("OTRO-1"), "x");

    refused(Code.NOT_FOUND, () -> records.openReceived(other, disclosure, WHY));
    refused(Code.REFUSED, () -> records.openReceived(co.analyst(), disclosure, otherCase));
    refused(
        Code.INVALID_FORM,
        () -> records.openReceived(co.analyst(), disclosure, new Records.Why(CASE, " ")));
    refused(Code.ROLE_MISSING, () -> records.openReceived(co.operator(), disclosure, WHY));
    long before = count(co, EntryType.READING);
    assertThat(records.proveReceived(other, disclosure)).isPresent();
    assertThat(count(co, EntryType.READING)).isEqualTo(before);

    assertThat(shown(records.openReceived(co.analyst(), disclosure, WHY).opening()))
        .contains("4711");
    assertThat(count(co, EntryType.READING)).isEqualTo(before + 1);
    story.federation().settle();
    assertThat(ve.core().recalling().given(ve.duty()).getFirst().readings()).hasSize(1);
  }

  @Test
  void opening_ofAQuestionReceivedIsEntered() throws Exception {
    Story story = Story.begin(41);
    TestNode ve = story.federation().ve();
    AskedQuestion asked = story.ask();
    story.federation().settle();
    long before = count(ve, EntryType.READING);
    assertThat(shown(ve.core().records().openReceived(ve.duty(), asked.id(), WHY).opening()))
        .contains("Ejemplo");
    assertThat(count(ve, EntryType.READING)).isEqualTo(before + 1);
    assertThat(newest(ve, EntryType.READING)).isEqualTo(asked.id());
  }

  @Test
  void opening_ofADispatchSentIsForTheAgencyThatSentItAndForItsCase() throws Exception {
    Story story = Story.begin(42);
    TestNode ve = story.federation().ve();
    story.disclose();
    Records records = ve.core().records();
    long index = records.indexesOf(newest(ve, EntryType.DISPATCH)).getLast();
    Officer other = ve.officer("otra", AgencyKind.POLICE, "curioso", Role.ANALYST);
    refused(Code.NOT_FOUND, () -> records.open(other, index, WHY));
    refused(
        Code.REFUSED,
        () -> records.open(ve.duty(), index, new Records.Why(new CaseReference("OTRO-1"), "x")));
    long before = count(ve, EntryType.READING);
    assertThat(shown(records.open(ve.duty(), index, WHY).opening())).contains("4711");
    assertThat(count(ve, EntryType.READING)).isEqualTo(before + 1);
  }

  @Test
  void opening_ofWhatNamesOfficersIsForTheRightsOfficerAlone() throws Exception {
    Story story = Story.begin(43);
    TestNode co = story.federation().co();
    story.read(story.disclose());
    for (Records.EntryView entry : co.core().records().entries(co.rights(), 1000)) {
      if (Set.of("reading", "approval", "decision", "standing").contains(entry.type())) {
        refused(
            Code.ROLE_MISSING, () -> co.core().records().open(co.analyst(), entry.index(), WHY));
        assertThat(co.core().records().open(co.rights(), entry.index(), WHY).opening().size())
            .isGreaterThan(32);
      }
    }
  }

  @Test
  void item_isReadByTheAgencyThatAskedAndForItsCase() throws Exception {
    Story story = Story.begin(44);
    TestNode co = story.federation().co();
    ItemId item = story.disclose();
    Officer other = co.officer("otra", AgencyKind.POLICE, "curioso", Role.ANALYST);
    refused(Code.NOT_FOUND, () -> co.core().asking().read(other, item, CASE, "x"));
    refused(
        Code.REFUSED,
        () -> co.core().asking().read(co.analyst(), item, new CaseReference("OTRO-1"), "x"));
    assertThat(story.read(item).item()).isEqualTo(item);
  }

  @Test
  void subject_isReplacedAndWithdrawnByTheAgencyThatHoldsIt() throws Exception {
    Story story = Story.begin(45);
    TestNode ve = story.federation().ve();
    Officer other = ve.officer("otra", AgencyKind.POLICE, "curioso", Role.ANALYST);
    var holdings = ve.core().holdings();
    long before = count(ve, EntryType.HOLDING);
    refused(Code.ID_TAKEN, () -> holdings.put(other, Forms.suspect(Story.HELD)));
    refused(Code.WRONG_STATE, () -> holdings.withdraw(other, Story.HELD.id(), "x"));
    holdings.put(ve.analyst(), Forms.suspect(Story.HELD));
    assertThat(count(ve, EntryType.HOLDING)).isEqualTo(before + 1);
    holdings.withdraw(ve.analyst(), Story.HELD.id(), "x");
    assertThat(holdings.counts().subjects()).isZero();
  }

  /// Who takes a subject out, judges a candidate, declines or recalls says why, whatever the page
  /// before him asked for.
  @Test
  void nothing_isTakenBackWithoutAReason() throws Exception {
    Story story = Story.begin(48);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    ItemId item = story.disclose();
    AskedQuestion hit = story.ask();
    story.federation().settle();
    AskForm waits = wantingPhones(ve);
    AskedQuestion waiting = co.core().asking().ask(co.analyst(), waits).getFirst();
    Officer fiscal = co.officer("fiscalia", AgencyKind.PROSECUTOR, "fiscal", Role.AUTHORITY);
    for (String none : List.of("", " \n", "x".repeat(Body.MAX_TEXT_LENGTH + 1))) {
      refused(
          Code.INVALID_FORM,
          () -> ve.core().holdings().withdraw(ve.analyst(), Story.HELD.id(), none));
      refused(Code.INVALID_FORM, () -> co.core().asking().dismiss(co.analyst(), hit.id(), none));
      refused(Code.INVALID_FORM, () -> co.core().asking().decline(fiscal, waiting.id(), none));
      refused(
          Code.INVALID_FORM,
          () ->
              ve.core()
                  .recalling()
                  .recall(ve.duty(), item, RecallAction.WITHDRAW, none, List.of()));
    }
    assertThat(ve.core().holdings().counts().subjects()).isOne();
    assertThat(story.now(hit).state()).isEqualTo(State.HIT);
    assertThat(story.now(waiting).state()).isEqualTo(State.AWAITING_AUTHORITY);
    assertThat(ve.core().recalling().recalls(ve.duty())).isEmpty();
  }

  @Test
  void person_isNotAskedAboutAsAnObject() throws Exception {
    Story story = Story.begin(46);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    for (Schema schema : Set.of(Schema.PERSON, Schema.LEGAL_ENTITY)) {
      Entity subject = new Entity(new EntityId("probe"), schema, Story.PROBE.statements());
      AskForm form = called(subject, SubjectCategory.NOT_A_PERSON, ve);
      assertThat(co.core().asking().ask(co.analyst(), form).getFirst().state())
          .isEqualTo(State.REFUSED_HERE);
    }
    assertThat(decisions(co)).anyMatch(one -> one.reasons().contains("S1-subject"));
    Entity child = People.person("m", "Luis Ejemplo Nadie", "2012-05-12", 0);
    Entity maybe = new Entity(new EntityId("m"), Schema.LEGAL_ENTITY, child.statements());
    refused(Code.NOT_INDEXABLE, () -> ve.core().holdings().put(ve.analyst(), Forms.suspect(maybe)));
  }

  @Test
  void held_theAuthorityTheInstrumentNamesLetsAQuestionThroughAlone() throws Exception {
    Story story = Story.begin(47);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    AskForm form = wantingPhones(ve);
    AskedQuestion asked = co.core().asking().ask(co.analyst(), form).getFirst();
    Officer fiscal = co.officer("fiscalia", AgencyKind.PROSECUTOR, "fiscal", Role.AUTHORITY);
    refused(
        Code.APPROVAL_REFUSED,
        () -> co.core().asking().textToAuthorise(co.authority(), asked.id()));
    refused(
        Code.APPROVAL_REFUSED, () -> co.core().asking().decline(co.authority(), asked.id(), "x"));
    var text = co.core().asking().textToAuthorise(fiscal, asked.id());
    co.core().asking().authorise(fiscal, asked.id(), TestNode.sign(fiscal, text));
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.DELIVERED);

    Officer ministry =
        ve.officer("ministerio-publico", AgencyKind.PROSECUTOR, "fiscal", Role.AUTHORITY);
    long before = count(ve, EntryType.READING);
    Officer court = ve.officer("tribunal", AgencyKind.COURT, "juez", Role.AUTHORITY);
    assertThat(ve.core().holding().questions(court)).isEmpty();
    refused(Code.NOT_FOUND, () -> ve.core().holding().open(court, asked.id()));
    refused(
        Code.APPROVAL_REFUSED,
        () -> ve.core().holding().admit(court, asked.id(), Bytes.utf8("no signature")));
    refused(
        Code.APPROVAL_REFUSED,
        () -> ve.core().holding().turnAway(court, asked.id(), RefusalCode.R4));
    assertThat(ve.core().holding().questions(ministry)).hasSize(1);
    assertThat(count(ve, EntryType.READING)).isEqualTo(before);
    refused(
        Code.APPROVAL_REFUSED,
        () -> ve.core().holding().admit(ministry, asked.id(), Bytes.utf8("no signature")));
    admit(ve, ministry, asked.id());
    assertThat(count(ve, EntryType.READING)).isEqualTo(before + 1);
    refused(Code.WRONG_STATE, () -> ve.core().holding().open(ministry, asked.id()));
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.HIT);
  }

  @Test
  void inquiry_showsWhomItAsksAboutOnlyOnceOpened() throws Exception {
    Story story = Story.begin(48);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    var sent = inquire(co, ve);
    story.federation().settle();
    long before = count(ve, EntryType.READING);
    assertThat(ve.core().whereabouts().open(ve.duty(), sent.id()).person().statements())
        .isNotEmpty();
    assertThat(count(ve, EntryType.READING)).isEqualTo(before + 1);
    Officer other = co.officer("otra", AgencyKind.POLICE, "curioso", Role.ANALYST);
    refused(Code.NOT_FOUND, () -> co.core().whereabouts().open(other, sent.id()));
  }

  @Test
  void clock_thatRunsOutIsEnteredOnceAtBothNodes() throws Exception {
    Story story = Story.begin(49);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    AskedQuestion followed = story.followUp();
    DispatchId followUp = story.desk().getFirst().id();
    story.federation().world().pass(Duration.ofDays(10));
    for (int i = 0; i < 3; i++) {
      co.core().links().tick();
      ve.core().links().tick();
    }
    assertThat(ranOut(co, followed.id())).isEqualTo(1);
    assertThat(ranOut(ve, followUp)).isEqualTo(1);
  }

  @Test
  void clock_ofWhatWasGivenInTimeIsNotEntered() throws Exception {
    Story story = Story.begin(50);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    story.disclose();
    story.federation().world().pass(Duration.ofDays(10));
    co.core().links().tick();
    ve.core().links().tick();
    assertThat(count(co, EntryType.OVERDUE)).isZero();
    assertThat(count(ve, EntryType.OVERDUE)).isZero();
  }

  private static long ranOut(TestNode node, DispatchId about) {
    return node.core().records().entries(node.rights(), 1000).stream()
        .filter(entry -> entry.type().equals(EntryType.OVERDUE.code()))
        .filter(entry -> entry.about().contains(about))
        .count();
  }

  /// A question that an authority has to let through.
  private static AskForm wantingPhones(TestNode partner) {
    AskForm plain = Forms.lawful(Story.PROBE, partner);
    return new AskForm(
        plain.partners(),
        plain.caseReference(),
        plain.legalBasis(),
        plain.offence(),
        plain.purpose(),
        plain.elements(),
        plain.subject(),
        plain.category(),
        plain.stage(),
        plain.grounds(),
        Set.of(DataCategory.IDENTITY, DataCategory.PHONE),
        plain.urgency(),
        plain.reason());
  }

  private static AskForm called(Entity subject, SubjectCategory category, TestNode partner) {
    AskForm plain = Forms.about(subject, "CASO-1", Set.of(Ground.EVIDENCE), partner);
    return new AskForm(
        plain.partners(),
        plain.caseReference(),
        plain.legalBasis(),
        plain.offence(),
        plain.purpose(),
        plain.elements(),
        subject,
        category,
        plain.stage(),
        plain.grounds(),
        plain.wanted(),
        plain.urgency(),
        plain.reason());
  }

  private static void refused(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ExchangeException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
