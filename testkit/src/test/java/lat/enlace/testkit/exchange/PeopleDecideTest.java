// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import lat.enlace.model.Handling;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.ItemId;
import lat.enlace.model.RecallAction;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.Role;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.dispatch.CandidateProfile;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Schema;
import lat.enlace.testkit.people.People;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What only people decide, what a suspension closes, and what nobody may tell apart (invariants
/// I4, I7 to I10 and I13).
class PeopleDecideTest {
  private static final InstrumentId CO_VE = new InstrumentId("co-ve-2026-cooperation");

  @Test
  void i7_underOwnSuspensionNothingIsFollowedUpOrReleased() throws Exception {
    Story story = Story.begin(24);
    Federation federation = story.federation();
    TestNode co = federation.co();
    TestNode ve = federation.ve();
    AskedQuestion hit = story.ask();
    story.followUp();
    ve.core().standings().suspend(ve.authority(), CO_VE, "prueba");
    refused(
        Code.REFUSED,
        () -> ve.core().holding().release(ve.duty(), story.desk().getFirst().id(), Handling.LEAST));
    co.core().standings().suspend(co.authority(), CO_VE, "prueba");
    HitBody.Outcome.Hit outcome = (HitBody.Outcome.Hit) story.now(hit).answer().getFirst();
    var handle = outcome.candidates().getFirst().handle();
    refused(
        Code.REFUSED,
        () -> co.core().asking().followUp(co.analyst(), hit.id(), handle, "la misma"));
    assertThat(next(co, ve).count()).isEqualTo(1);
    assertThat(refusals(co, "follow-up")).as("every outcome is an entry").isEqualTo(1);
    assertThat(refusals(ve, "disclosure")).isEqualTo(1);
  }

  private static long refusals(TestNode node, String kind) throws Exception {
    return InvariantSteps.decisions(node).stream()
        .filter(one -> one.kind().equals(kind) && one.outcome().equals("refuse"))
        .count();
  }

  @Test
  void i7_whatWaitsIsHeldBackAndAFollowUpOnTheWayIsRefused() throws Exception {
    Story story = Story.begin(24);
    Federation federation = story.federation();
    TestNode co = federation.co();
    TestNode ve = federation.ve();
    AskedQuestion hit = story.ask();
    federation.settle();
    story.ask();
    co.core().standings().suspend(co.authority(), CO_VE, "prueba");
    assertThat(next(co, ve).count()).as("word of the suspension alone").isEqualTo(1);

    Story other = Story.begin(25);
    TestNode asker = other.federation().co();
    TestNode holder = other.federation().ve();
    AskedQuestion asked = other.ask();
    other.federation().settle();
    HitBody.Outcome.Hit outcome = (HitBody.Outcome.Hit) other.now(asked).answer().getFirst();
    asker
        .core()
        .asking()
        .followUp(asker.analyst(), asked.id(), outcome.candidates().getFirst().handle(), "sí");
    holder.core().standings().suspend(holder.authority(), CO_VE, "prueba");
    other.federation().deliver(asker, holder);
    assertThat(other.desk()).isEmpty();
    assertThat(other.now(asked).state()).isEqualTo(State.WITHHELD);
    assertThat(story.now(hit).state()).isEqualTo(State.HIT);
  }

  @Test
  void i7_dataThatArriveUnderOwnSuspensionAreNotKept() throws Exception {
    Story story = Story.begin(24);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    AskedQuestion asked = story.followUp();
    ve.release(story.desk().getFirst().id());
    co.core().standings().suspend(co.authority(), CO_VE, "prueba");
    story.federation().deliver(ve, co);
    assertThat(story.now(asked).state()).isEqualTo(State.REFUSED_HERE);
    assertThat(story.now(asked).item()).isEmpty();
  }

  @Test
  void i7_neitherSideLiftsTheOthersSuspension() throws Exception {
    Story story = Story.begin(24);
    Federation federation = story.federation();
    TestNode co = federation.co();
    TestNode ve = federation.ve();
    ve.core().standings().suspend(ve.authority(), CO_VE, "prueba");
    federation.settle();
    var level = lat.enlace.model.ConfidenceLevel.HIT_NO_HIT;
    for (int i = 0; i < 3; i++) {
      co.core().standings().resume(co.authority(), CO_VE, level, "prueba");
      co.core().standings().raise(co.authority(), CO_VE, level, "prueba");
      federation.settle();
    }
    assertThat(story.ask().state()).isEqualTo(State.REFUSED_HERE);
  }

  @Test
  void i8_everyRecallKeepsOrNarrowsWhatAnItemCarries() throws Exception {
    Story story = Story.begin(26);
    TestNode ve = story.federation().ve();
    AskedQuestion asked = story.followUp();
    Handling narrow = new Handling(Set.of(HandlingCode.H3), Handling.LEAST.action());
    ve.release(story.desk().getFirst().id(), narrow);
    story.federation().settle();
    ItemId item = story.now(asked).item().getFirst();
    Handling before = story.read(item).handling();
    for (RecallAction action : List.of(RecallAction.CORRECT, RecallAction.NARROW)) {
      List<Entity> other = action == RecallAction.CORRECT ? List.of(Story.CORRECTED) : List.of();
      ve.core().recalling().recall(ve.duty(), item, action, "error", other);
      story.federation().settle();
      Handling after = story.read(item).handling();
      assertThat(after.codes()).containsAll(before.codes()).contains(HandlingCode.H3);
      assertThat(after.action()).isLessThanOrEqualTo(before.action());
    }
    assertThat(story.read(item).handling().codes())
        .contains(HandlingCode.H0, HandlingCode.H1, HandlingCode.H2, HandlingCode.H3);
  }

  @Test
  void i8_aQuestionCarriesWhatItsInstrumentDemands() throws Exception {
    Story story = Story.begin(26);
    TestNode ve = story.federation().ve();
    AskedQuestion asked = story.ask();
    Handling demanded = lat.enlace.exchange.decide.Obligations.handling(asked.decision());
    assertThat(demanded).isNotEqualTo(Handling.LEAST);
    story.followUp();
    var both = ve.core().holding().compare(ve.duty(), story.desk().getFirst().id());
    assertThat(both.question().header().handling()).isEqualTo(demanded);
    assertThat(both.followUpDispatch().header().handling()).isEqualTo(demanded);
  }

  @Test
  void i9_whoReleasesHasComparedBothRecordsAsTheyStand() throws Exception {
    Story story = Story.begin(28);
    TestNode ve = story.federation().ve();
    AskedQuestion asked = story.followUp();
    DispatchId held = story.desk().getFirst().id();
    refused(Code.WRONG_STATE, () -> ve.core().holding().release(ve.duty(), held, Handling.LEAST));
    Officer other = ve.officer("relevo", Role.DUTY_OFFICER);
    ve.core().holding().compare(other, held);
    refused(Code.WRONG_STATE, () -> ve.core().holding().release(ve.duty(), held, Handling.LEAST));

    ve.core().holding().compare(ve.duty(), held);
    Entity changed = People.person("ve-1", "Ana Lucía Ejemplo Prueba", "1990-05-12", 4711);
    ve.core().holdings().put(ve.analyst(), Forms.suspect(changed));
    refused(Code.WRONG_STATE, () -> ve.core().holding().release(ve.duty(), held, Handling.LEAST));
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.FOLLOWED_UP);

    ve.release(held);
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.DISCLOSED);
    refused(Code.WRONG_STATE, () -> ve.core().holding().compare(ve.duty(), held));
  }

  @Test
  void i9_aFollowUpIsDecidedOnceAndOnlyOfACandidateTold() throws Exception {
    Story story = Story.begin(27);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    AskedQuestion hit = story.ask();
    story.federation().settle();
    var untold = new CandidateProfile.Handle("AAAAAAAAAAAAAAAAAAAAAA");
    refused(
        Code.NOT_FOUND,
        () -> co.core().asking().followUp(co.analyst(), hit.id(), untold, "la misma"));
    story.followUp();
    var held = story.desk().getFirst();
    ve.release(held.id());
    refused(
        Code.WRONG_STATE, () -> ve.core().holding().release(ve.duty(), held.id(), Handling.LEAST));
    refused(
        Code.WRONG_STATE,
        () -> ve.core().holding().refuse(ve.duty(), held.id(), RefusalCode.R4, "no"));
  }

  private static List<String> outcomes(TestNode node) throws Exception {
    return InvariantSteps.decisions(node).stream().map(Records.DecisionView::outcome).toList();
  }

  @Test
  void i9_whatNeedsAnAuthorityWaitsForItOnBothSides() throws Exception {
    Story story = Story.begin(27);
    Federation federation = story.federation();
    TestNode co = federation.co();
    TestNode ve = federation.ve();
    AskedQuestion asked = co.core().asking().ask(co.analyst(), accounts(ve)).getFirst();
    assertThat(asked.state()).isEqualTo(State.AWAITING_AUTHORITY);
    assertThat(co.core().links().next(ve.id())).isEmpty();
    Officer prosecutor = co.officer("fiscalia", AgencyKind.PROSECUTOR, "fiscal", Role.AUTHORITY);
    Bytes text = co.core().asking().textToAuthorise(prosecutor, asked.id());
    Bytes other = TestNode.sign(prosecutor, Bytes.utf8("otro texto"));
    refused(
        Code.APPROVAL_REFUSED, () -> co.core().asking().authorise(prosecutor, asked.id(), other));
    Officer chief = co.authority();
    Bytes chiefs = TestNode.sign(chief, text);
    refused(Code.APPROVAL_REFUSED, () -> co.core().asking().authorise(chief, asked.id(), chiefs));
    assertThat(story.now(asked).state())
        .as("a chief of police is no prosecutor")
        .isEqualTo(State.AWAITING_AUTHORITY);
    assertThat(co.core().links().next(ve.id())).isEmpty();
    assertThat(outcomes(co)).containsExactly("escalate");
    co.core().asking().authorise(prosecutor, asked.id(), TestNode.sign(prosecutor, text));
    assertThat(outcomes(co)).containsExactlyInAnyOrder("escalate", "permit");
    federation.settle();
    assertThat(story.now(asked).state()).isEqualTo(State.DELIVERED);
    refused(
        Code.APPROVAL_REFUSED,
        () -> ve.core().holding().admit(ve.authority(), asked.id(), Bytes.EMPTY));
    Officer fiscal = ve.officer("ministerio-publico", AgencyKind.PROSECUTOR, "f", Role.AUTHORITY);
    InvariantSteps.admit(ve, fiscal, asked.id());
    federation.settle();
    assertThat(story.now(asked).state()).isEqualTo(State.HIT);
  }

  @Test
  void i9_whoAsksDoesNotAuthorise() throws Exception {
    Story story = Story.begin(27);
    TestNode co = story.federation().co();
    Officer by =
        co.officer("fiscalia", AgencyKind.PROSECUTOR, "fiscal", Role.ANALYST, Role.AUTHORITY);
    AskForm form = accounts(story.federation().ve());
    AskedQuestion asked = co.core().asking().ask(by, form).getFirst();
    Bytes signature = TestNode.sign(by, co.core().asking().textToAuthorise(by, asked.id()));
    refused(Code.APPROVAL_REFUSED, () -> co.core().asking().authorise(by, asked.id(), signature));
    assertThat(co.core().links().next(story.federation().ve().id())).isEmpty();
  }

  private static AskForm accounts(TestNode partner) {
    AskForm form = Forms.lawful(Story.PROBE, partner);
    return new AskForm(
        form.partners(),
        form.caseReference(),
        form.legalBasis(),
        form.offence(),
        form.purpose(),
        form.elements(),
        form.subject(),
        form.category(),
        form.stage(),
        form.grounds(),
        Set.of(DataCategory.IDENTITY, DataCategory.ACCOUNT),
        form.urgency(),
        form.reason());
  }

  @Test
  void i10_claimsAndWithdrawnSubjectsMeetNoQuestionEvenAfterARestart() throws Exception {
    Story story = new Story(Federation.ofThree(28));
    TestNode ve = story.federation().ve();
    ve.core().holdings().importClaims(ve.operator(), "lista-inventada", List.of(Story.HELD));
    Entity other = People.person("ve-2", "Ana Ejemplo Prueba", "1980-02-03", 0);
    ve.core().holdings().put(ve.analyst(), Forms.suspect(other));
    ve.core().holdings().withdraw(ve.analyst(), other.id(), "error");
    AskedQuestion before = story.ask();
    story.federation().settle();
    assertThat(story.now(before).state()).isEqualTo(State.NO_HIT);
    ve.crash(new java.util.SplittableRandom(1));
    ve.open();
    AskedQuestion after = story.ask();
    story.federation().settle();
    assertThat(story.now(after).state()).isEqualTo(State.NO_HIT);
  }

  @Test
  void i10_objectsOfVictimsAreNotIndexed() throws Exception {
    Story story = Story.begin(28);
    TestNode ve = story.federation().ve();
    Entity person = People.any(5);
    Entity vehicle = new Entity(person.id(), Schema.VEHICLE, person.statements());
    for (SubjectCategory category : SubjectCategory.values()) {
      boolean allowed = category.withinReach() || category == SubjectCategory.NOT_A_PERSON;
      assertThat(InvariantSteps.indexed(ve, InvariantSteps.subject(vehicle, category)))
          .as(category.code())
          .isEqualTo(allowed);
    }
  }

  @Test
  void i13_theSameWorkIsDoneForAProtectedPersonAsForNobody() throws Exception {
    assertThat(work(true)).isEqualTo(work(false));
  }

  private static List<Long> work(boolean hidden) throws Exception {
    Story story = new Story(Federation.ofThree(20));
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    Entity subject = hidden ? Story.HELD : People.any(9);
    ve.core().holdings().put(ve.analyst(), Forms.suspect(subject));
    ve.core().holdings().protect(ve.rights(), subject);
    story.ask();
    Bytes envelope = next(co, ve).envelope();
    long drawn = ve.randomness().drawn();
    long searched = ve.searches();
    ve.core().links().receive(co.id(), envelope);
    return List.of(ve.randomness().drawn() - drawn, ve.searches() - searched);
  }

  @Test
  void i13_decisionsAreOpenedToTheRightsOfficerAlone() throws Exception {
    Story story = Story.begin(20);
    TestNode ve = story.federation().ve();
    story.ask();
    story.federation().settle();
    long decision =
        ve.core().records().entries(ve.rights(), 100).stream()
            .filter(entry -> entry.type().equals(EntryType.DECISION.code()))
            .findFirst()
            .orElseThrow()
            .index();
    var why = new Records.Why(new CaseReference("CASO-2026-0001"), "por prueba");
    Bytes opened = ve.core().records().open(ve.rights(), decision, why).opening();
    assertThat(InvariantSteps.shown(opened)).contains("permit");
    for (Officer other : List.of(ve.analyst(), ve.duty(), ve.auditor(), ve.operator())) {
      refused(Code.ROLE_MISSING, () -> ve.core().records().open(other, decision, why));
    }
  }

  @Test
  void i13_aPersonTheAskerProtectsEndsAsNobody() throws Exception {
    Story story = Story.begin(20);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    co.core().holdings().protect(co.rights(), Story.HELD);
    AskForm form = Forms.lawful(Story.PROBE, ve);
    assertThat(co.core().asking().preview(co.analyst(), form).getFirst().decision())
        .isInstanceOf(lat.enlace.instrument.decision.Decision.Permit.class);
    AskedQuestion asked = story.ask();
    assertThat(asked.state()).isEqualTo(State.QUEUED);
    ve.core().holdings().put(ve.analyst(), Forms.suspect(Story.HELD));
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.NO_HIT);
  }

  private static void refused(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ExchangeException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
