// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.count;
import static lat.enlace.testkit.exchange.InvariantSteps.inquire;
import static lat.enlace.testkit.exchange.InvariantSteps.newest;
import static lat.enlace.testkit.exchange.InvariantSteps.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.ExchangeException.Code;
import lat.enlace.exchange.Holding;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Recalling.ReadingView;
import lat.enlace.exchange.Records;
import lat.enlace.exchange.Records.ReportedReading;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.OfficerPseudonym;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.testkit.people.People;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Whatever of a partner's is read is entered and reported to him (invariant I5), unless that would
/// say more than the answer did (invariant I13; docs/adr/0016).
class ReportedReadingsTest {
  private static final CaseReference CASE = new CaseReference("CASO-2026-0001");
  private static final Records.Why WHY = new Records.Why(CASE, "control interno");

  private final Story story;
  private final TestNode co;
  private final TestNode ve;

  ReportedReadingsTest() throws Exception {
    story = Story.begin(81);
    co = story.federation().co();
    ve = story.federation().ve();
  }

  @Test
  void i5_whoOpensAQuestionThatWaitsIsReported() throws Exception {
    AskedQuestion held = held();
    long before = count(ve, EntryType.READING);
    ve.core().holding().open(ve.duty(), held.id());
    assertThat(count(ve, EntryType.READING)).isEqualTo(before + 1);
    story.federation().settle();

    ReportedReading reported = only(co, co.analyst());
    assertThat(reported.kind()).isEqualTo(DispatchKind.QUESTION);
    assertThat(reported.what()).isEqualTo(held.id().toString());
    assertThat(reported.reader()).isEqualTo(ve.id());
    ReadingView reading = reported.reading();
    assertThat(reading.unit()).isEqualTo(ve.duty().unit().value());
    assertThat(reading.role()).isEqualTo(Role.DUTY_OFFICER.code());
    assertThat(reading.caseReference()).isEqualTo(CASE.value());
    assertThat(reading.reason()).isEqualTo("admission");
    OfficerPseudonym pseudonym = new OfficerPseudonym(reading.pseudonym());
    assertThat(ve.core().records().officerBehind(ve.rights(), pseudonym)).contains(ve.duty().id());
  }

  @Test
  void i5_whoComparesBothRecordsIsReportedAlsoUnderSuspension() throws Exception {
    AskedQuestion asked = story.followUp();
    suspend();
    DispatchId followUp = story.desk().getFirst().id();
    ve.core().holding().compare(ve.duty(), followUp);
    story.federation().settle();
    ReportedReading reported = only(co, co.analyst());
    assertThat(reported.kind()).isEqualTo(DispatchKind.FOLLOW_UP);
    assertThat(reported.what()).isEqualTo(followUp.toString());
    assertThat(reported.reading().reason()).isEqualTo("comparison");
    assertThat(story.now(asked).state()).isEqualTo(State.FOLLOWED_UP);
  }

  @Test
  void i5_whoOpensAnInquiryOrItsReplyIsReported() throws Exception {
    var sent = inquire(co, ve);
    story.federation().settle();
    ve.core().whereabouts().open(ve.duty(), sent.id());
    ve.core()
        .whereabouts()
        .reply(ve.duty(), sent.id(), WhereaboutsBody.Reply.Finding.SEEN, "vista");
    story.federation().settle();
    assertThat(co.core().whereabouts().open(co.duty(), sent.id()).text()).isEqualTo("vista");
    ve.core().whereabouts().open(ve.duty(), sent.id());
    story.federation().settle();

    assertThat(reasons(co, co.duty())).containsExactly("inquiry", "inquiry");
    ReportedReading reply = only(ve, ve.duty());
    assertThat(reply.kind()).isEqualTo(DispatchKind.WHEREABOUTS_REPLY);
    assertThat(reply.reading().reason()).isEqualTo("reply");
    assertThat(reply.reading().caseReference()).isEqualTo("HUM-1");
  }

  @Test
  void i5_theWordsOfARefusalShowOnceTheReadingIsEntered() throws Exception {
    AskedQuestion asked = refused("por diligencia inventada");
    assertThat(story.now(asked).refusal().getFirst().code()).isEqualTo(RefusalCode.R4);
    Officer other = co.officer("otra", AgencyKind.POLICE, "curioso", Role.ANALYST);
    refused(Code.NOT_FOUND, () -> co.core().asking().readRefusal(other, asked.id()));
    refused(Code.ROLE_MISSING, () -> co.core().asking().readRefusal(co.operator(), asked.id()));
    long before = count(co, EntryType.READING);
    assertThat(co.core().asking().readRefusal(co.analyst(), asked.id()).explanation())
        .isEqualTo("por diligencia inventada");
    assertThat(count(co, EntryType.READING)).isEqualTo(before + 1);
    story.federation().settle();
    ReportedReading reported = only(ve, ve.duty());
    assertThat(reported.kind()).isEqualTo(DispatchKind.REFUSAL);
    assertThat(reported.reading().caseReference()).isEqualTo(CASE.value());
  }

  @Test
  void i13_aRefusalWithoutWordsLooksLikeThatOfAHolderWhoHasNothing() throws Exception {
    AskedQuestion asked = refused("");
    assertThat(story.now(asked).refusal())
        .containsExactly(new AskedQuestion.Withheld(RefusalCode.R4, "", List.of()));
    refused(Code.WRONG_STATE, () -> co.core().asking().readRefusal(co.analyst(), asked.id()));
  }

  @Test
  void i5_afterAHitThatWasToldEveryOpeningIsReportedInTheOfficersWords() throws Exception {
    AskedQuestion asked = story.ask();
    story.federation().settle();
    ve.core().records().openReceived(ve.duty(), asked.id(), WHY);
    story.federation().settle();
    assertThat(reasons(co, co.analyst())).containsExactly(WHY.reason());
    co.core().records().openReceived(co.analyst(), answer(), WHY);
    story.federation().settle();
    assertThat(only(ve, ve.duty()).kind()).isEqualTo(DispatchKind.ANSWER);
  }

  @Test
  void i13_whoLooksAtAQuestionAfterANoHitIsEnteredAndNotReported() throws Exception {
    assertThat(looksAfterNoHit(true)).isEqualTo(looksAfterNoHit(false));
  }

  /// What the asker sees if the rights officer looks at a question about someone sealed, or nobody.
  private static List<String> looksAfterNoHit(boolean sealed) throws Exception {
    Story story = new Story(Federation.ofThree(82));
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    if (sealed) {
      ve.core().holdings().put(ve.analyst(), Forms.suspect(Story.HELD));
      ve.core().holdings().seal(ve.rights(), ConcealedFact.PROTECTED_PERSON, List.of(Story.HELD));
    }
    AskedQuestion asked = story.ask();
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.NO_HIT);
    long before = count(ve, EntryType.READING);
    if (sealed) {
      ve.core().records().openReceived(ve.rights(), asked.id(), WHY);
      assertThat(count(ve, EntryType.READING)).isEqualTo(before + 1);
    }
    assertThat(ve.core().links().next(co.id())).isEmpty();
    story.federation().settle();
    return List.of(
        co.core().records().readings(co.rights(), 100).toString(),
        "" + co.core().records().head().size());
  }

  @Test
  void i13_whatWaitsOpensAtItsDeskAlone() throws Exception {
    AskedQuestion held = held();
    DispatchId inquiry = inquire(co, ve).id();
    story.federation().settle();
    for (Officer by : List.of(ve.rights(), ve.duty())) {
      refused(Code.WRONG_STATE, () -> ve.core().records().openReceived(by, held.id(), WHY));
    }
    refused(Code.WRONG_STATE, () -> ve.core().records().openReceived(ve.rights(), inquiry, WHY));
    assertThat(count(ve, EntryType.READING)).isZero();
  }

  @Test
  void i13_aHitThatHasNotReachedTheAskerIsNotToldByAReading() throws Exception {
    AskedQuestion asked = story.ask();
    Links.Outgoing out = next(co, ve);
    co.core().links().delivered(out, ve.core().links().receive(co.id(), out.envelope()));
    suspend();
    ve.core().records().openReceived(ve.rights(), asked.id(), WHY);
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.DELIVERED);
    assertThat(co.core().records().readings(co.rights(), 100)).isEmpty();
  }

  @Test
  void i13_anInquiryThatWasToldNothingIsNotSpokenOfAgain() throws Exception {
    ve.core().holdings().seal(ve.rights(), ConcealedFact.REFUGEE, List.of(People.any(3)));
    DispatchId inquiry = inquire(co, ve).id();
    story.federation().settle();
    ve.core().whereabouts().reply(ve.duty(), inquiry, WhereaboutsBody.Reply.Finding.HELD, "aquí");
    story.federation().settle();
    ve.core().whereabouts().open(ve.rights(), inquiry);
    ve.core()
        .records()
        .openReceived(ve.rights(), inquiry, new Records.Why(new CaseReference("HUM-1"), "control"));
    story.federation().settle();
    assertThat(count(ve, EntryType.READING)).isEqualTo(2);
    assertThat(co.core().records().readings(co.rights(), 100)).isEmpty();
  }

  @Test
  void i13_whoLooksAtAnAnswerThatSaysNoHitIsNotReported() throws Exception {
    co.core().holdings().protect(co.rights(), Story.PROBE);
    AskedQuestion asked = story.ask();
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.NO_HIT);
    co.core().records().openReceived(co.rights(), answer(), WHY);
    story.federation().settle();
    assertThat(count(co, EntryType.READING)).isEqualTo(1);
    assertThat(ve.core().records().readings(ve.rights(), 100)).isEmpty();
  }

  @Test
  void i13_aReadingOfADecoyLooksLikeThatOfTheQuestion() throws Exception {
    co.core().holdings().protect(co.rights(), Story.PROBE);
    AskedQuestion held = held();
    ve.core().holding().open(ve.duty(), held.id());
    DispatchId report = newest(ve, EntryType.DISPATCH);
    story.federation().settle();

    assertThat(only(co, co.rights()).reading().caseReference()).isNotEqualTo(CASE.value());
    for (Officer by : List.of(co.analyst(), co.duty(), co.auditor())) {
      assertThat(only(co, by).reading().caseReference()).isEqualTo(CASE.value());
      assertThat(only(co, by).reading().reason()).isEqualTo("admission");
      refused(Code.ROLE_MISSING, () -> co.core().records().openReceived(by, report, WHY));
    }
    co.core().records().openReceived(co.rights(), report, WHY);
    story.federation().settle();
    assertThat(ve.core().records().readings(ve.rights(), 100))
        .as("no report on a report")
        .isEmpty();
  }

  @Test
  void readings_areSeenByTheAgencyThatSentAndByWhoWatches() throws Exception {
    AskedQuestion held = held();
    ve.core().holding().open(ve.duty(), held.id());
    story.federation().settle();
    Officer other = co.officer("otra", AgencyKind.POLICE, "curioso", Role.ANALYST);
    assertThat(co.core().records().readings(other, 100)).isEmpty();
    for (Officer by : List.of(co.analyst(), co.duty(), co.rights(), co.auditor())) {
      assertThat(co.core().records().readings(by, 100)).hasSize(1);
    }
    for (Officer by : List.of(co.authority(), co.operator())) {
      refused(Code.ROLE_MISSING, () -> co.core().records().readings(by, 100));
    }
    Officer soldier = co.officer("otra", AgencyKind.ARMED_FORCES, "soldado", Role.values());
    refused(Code.AGENCY_CEILING, () -> co.core().records().readings(soldier, 100));
  }

  /// A question that waits at Venezuela, whoever it is about: its kind was asked too often.
  private AskedQuestion held() throws Exception {
    for (int i = 0; i < 5; i++) {
      story.ask();
    }
    AskedQuestion last = story.ask();
    story.federation().settle();
    assertThat(ve.core().holding().questions(ve.duty()))
        .extracting(Holding.HeldQuestion::id)
        .containsExactly(last.id());
    return last;
  }

  private AskedQuestion refused(String words) throws Exception {
    AskedQuestion asked = story.followUp();
    DispatchId followUp = story.desk().getFirst().id();
    ve.core().holding().refuse(ve.duty(), followUp, RefusalCode.R4, words);
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.WITHHELD);
    return asked;
  }

  private void suspend() throws Exception {
    InstrumentId agreement = new InstrumentId("co-ve-2026-cooperation");
    ve.core().standings().suspend(ve.authority(), agreement, "prueba");
  }

  private static ReportedReading only(TestNode node, Officer by) throws Exception {
    List<ReportedReading> readings = node.core().records().readings(by, 100);
    assertThat(readings).hasSize(1);
    return readings.getFirst();
  }

  private static List<String> reasons(TestNode node, Officer by) throws Exception {
    return node.core().records().readings(by, 100).stream()
        .map(one -> one.reading().reason())
        .toList();
  }

  /// The answer that Venezuela sent last.
  private DispatchId answer() throws Exception {
    for (Records.EntryView entry : ve.core().records().entries(ve.rights(), 1000)) {
      if (entry.type().equals(EntryType.DISPATCH.code())) {
        var opened = ve.core().records().open(ve.rights(), entry.index(), WHY);
        if (InvariantSteps.shown(opened.opening()).contains("\"kind\":\"answer\"")) {
          return entry.about().getFirst();
        }
      }
    }
    throw new AssertionError("no answer was sent");
  }

  private static void refused(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ExchangeException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
