// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.RequestStory.gives;
import static lat.enlace.testkit.exchange.RequestStory.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.PairRecords;
import lat.enlace.exchange.PairRecords.Figure;
import lat.enlace.exchange.PairRecords.Line;
import lat.enlace.exchange.PairRecords.PairRecord;
import lat.enlace.exchange.PairRecords.Standing;
import lat.enlace.exchange.RequestForm;
import lat.enlace.exchange.Requesting.SentRequest;
import lat.enlace.exchange.Whereabouts.Inquiry;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.model.DataCategory;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.model.PartnerDuty;
import lat.enlace.model.RecallAction;
import lat.enlace.model.RequestType;
import lat.enlace.model.Urgency;
import lat.enlace.model.UrgentReason;
import lat.enlace.model.dispatch.RequestBody.Progress;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.testkit.people.People;
import org.junit.jupiter.api.Test;

/// Two nodes reckon the same record of each other, from receipts that both hold.
class PairRecordTest {
  private static final YearMonth FROM = YearMonth.of(2026, 11);
  private static final YearMonth TO = YearMonth.of(2026, 12);

  private final RequestStory story;
  private final TestNode co;
  private final TestNode ve;

  PairRecordTest() throws ExchangeException {
    story = RequestStory.begin(77);
    co = story.co();
    ve = story.ve();
  }

  @Test
  void record_isTheSameAtBothEnds() throws Exception {
    answerAfter(Duration.ofHours(5));
    answerAfter(Duration.ofHours(80));
    SentRequest unclear = story.send(threeDays());
    ve.core()
        .replying()
        .progress(ve.duty(), unclear.id(), Progress.Step.CLARIFY, "¿Dónde?", List.of());
    story.federation().settle();
    reply(inquire());
    Inquiry silent = inquire();
    assertThat(silent.sent()).isTrue();
    pass(Duration.ofDays(4));

    PairRecord here = record(co, ve);
    assertThat(mirrored(here.lines())).isEqualTo(record(ve, co).lines());
    assertThat(here.figures())
        .extracting(
            Figure::duty,
            Figure::owed,
            Figure::onTime,
            Figure::late,
            Figure::paused,
            Figure::overdue)
        .containsExactly(
            tuple(PartnerDuty.REPLY, true, 1, 1, 1, 0),
            tuple(PartnerDuty.WHEREABOUTS, true, 1, 0, 0, 1));
    Figure replies = here.figures().getFirst();
    assertThat(replies.median()).containsExactly(Duration.ofHours(5));
    assertThat(replies.slowest()).containsExactly(Duration.ofHours(80));
  }

  /// Whoever was late holds the other's receipt, with the other's time, in his own ledger.
  @Test
  void record_ofALateReplyCannotBeDisputedByTheOneWhoWasLate() throws Exception {
    SentRequest late = answerAfter(Duration.ofHours(80));
    Line there = record(ve, co).lines().getFirst();
    assertThat(there.id()).isEqualTo(late.id());
    assertThat(there.standing()).isEqualTo(Standing.LATE);
    assertThat(there.proofs()).hasSize(1);
    assertThat(co.core().records().proveReceived(co.rights(), there.proofs().getFirst()))
        .isPresent();
    assertThat(ve.core().records().indexesOf(there.proofs().getFirst())).isNotEmpty();
    assertThat(mirrored(List.of(there))).isEqualTo(record(co, ve).lines());
  }

  /// What stood still is not counted against anybody.
  @Test
  void record_takesThePausesOffTheTime() throws Exception {
    SentRequest sent = story.send(threeDays());
    pass(Duration.ofHours(2));
    story.step(Progress.Step.CLARIFY, "¿Nacida dónde?");
    pass(Duration.ofHours(70));
    co.core().requesting().clarify(co.analyst(), sent.id(), "En Cúcuta");
    story.federation().settle();
    pass(Duration.ofHours(3));
    story.reply(gives(true, known()));
    Line line = record(co, ve).lines().getFirst();
    assertThat(line.standing()).isEqualTo(Standing.ON_TIME);
    assertThat(line.took()).containsExactly(Duration.ofHours(5));
    assertThat(record(ve, co).lines().getFirst().took()).isEqualTo(line.took());
  }

  @Test
  void record_countsARecallOnceTheHolderSaidWhatItDid() throws Exception {
    SentRequest sent = answerAfter(Duration.ofHours(1));
    ItemId item = story.now(sent).items().getFirst();
    ve.core().recalling().recall(ve.duty(), item, RecallAction.ERASE, "error", List.of());
    assertThat(recalls(record(ve, co))).isEmpty();
    story.federation().settle();
    assertThat(recalls(record(ve, co)))
        .singleElement()
        .matches(Line::owed)
        .extracting(Line::standing)
        .isEqualTo(Standing.ON_TIME);
    assertThat(mirrored(recalls(record(ve, co)))).isEqualTo(recalls(record(co, ve)));
  }

  private static List<Line> recalls(PairRecord record) {
    return record.lines().stream().filter(line -> line.duty() == PartnerDuty.RECALL).toList();
  }

  /// What stands at the end of a month does not change by what comes later.
  @Test
  void record_ofAPastMonthStaysAsItWas() throws Exception {
    pass(Duration.ofDays(5));
    story.send(threeDays());
    pass(Duration.ofHours(80));
    pass(Duration.ofDays(1));
    PairRecord before = record(co, ve, FROM);
    assertThat(before.lines()).extracting(Line::standing).containsExactly(Standing.OVERDUE);
    story.reply(gives(true, known()));
    assertThat(record(co, ve, FROM)).isEqualTo(before);
    assertThat(record(ve, co, FROM).lines()).isEqualTo(mirrored(before.lines()));
    assertThat(record(co, ve, YearMonth.of(2026, 12)).lines()).isEmpty();
  }

  @Test
  void record_ofAWithdrawnRequestIsNobodysFault() throws Exception {
    SentRequest sent = story.send(threeDays());
    co.core().requesting().withdraw(co.analyst(), sent.id(), "resuelto");
    story.federation().settle();
    pass(Duration.ofHours(80));
    assertThat(record(co, ve).lines()).extracting(Line::standing).containsExactly(Standing.ENDED);
    assertThat(record(ve, co).lines()).isEqualTo(mirrored(record(co, ve).lines()));
  }

  /// It was entered and went nowhere; were it counted here, comparing would tell the partner.
  @Test
  void record_leavesOutWhatThePartnerNeverHad() throws Exception {
    co.core().holdings().seal(co.rights(), ConcealedFact.REFUGEE, List.of(People.any(3)));
    inquire();
    pass(Duration.ofDays(4));
    assertThat(record(co, ve).lines()).isEmpty();
    assertThat(record(ve, co).lines()).isEmpty();
  }

  @Test
  void record_showsWhichDispatchesToTheRightsOfficerAlone() throws Exception {
    answerAfter(Duration.ofHours(1));
    for (Officer by : List.of(co.duty(), co.auditor())) {
      PairRecord seen = co.core().pairs().record(by, ve.id(), FROM, TO);
      assertThat(seen.lines()).isEmpty();
      assertThat(seen.figures()).isEqualTo(record(co, ve).figures());
    }
    assertThatThrownBy(() -> co.core().pairs().record(co.analyst(), ve.id(), FROM, TO))
        .isInstanceOf(ExchangeException.class)
        .extracting("code")
        .isEqualTo(ExchangeException.Code.ROLE_MISSING);
  }

  @Test
  void record_refusesMonthsOutOfOrderAndStrangers() {
    PairRecords pairs = co.core().pairs();
    assertThatThrownBy(() -> pairs.record(co.rights(), ve.id(), TO, FROM))
        .extracting("code")
        .isEqualTo(ExchangeException.Code.INVALID_FORM);
    assertThatThrownBy(() -> pairs.record(co.rights(), ve.id(), FROM, FROM.plusMonths(36)))
        .extracting("code")
        .isEqualTo(ExchangeException.Code.INVALID_FORM);
    NodeId stranger = new NodeId("xx.example/enlace");
    assertThatThrownBy(() -> pairs.record(co.rights(), stranger, FROM, TO))
        .extracting("code")
        .isEqualTo(ExchangeException.Code.NOT_FOUND);
  }

  private SentRequest answerAfter(Duration time) throws ExchangeException {
    SentRequest sent = story.send(threeDays());
    pass(time);
    ve.core().replying().reply(ve.duty(), sent.id(), gives(true, known()));
    story.federation().settle();
    return sent;
  }

  private RequestForm threeDays() {
    AskForm ask = story.ask(Story.PROBE, Urgency.U3D, DataCategory.IDENTITY, DataCategory.DOCUMENT);
    return new RequestForm(
        ask, RequestType.IDENTITY, List.of(UrgentReason.LIFE), List.of(), List.of());
  }

  private Inquiry inquire() throws ExchangeException {
    Inquiry inquiry = InvariantSteps.inquire(co, ve);
    story.federation().settle();
    return inquiry;
  }

  private void reply(Inquiry inquiry) throws ExchangeException {
    ve.core()
        .whereabouts()
        .reply(ve.duty(), inquiry.id(), WhereaboutsBody.Reply.Finding.NOTHING_TO_TELL, "");
    story.federation().settle();
  }

  private void pass(Duration time) throws ExchangeException {
    story.federation().world().pass(time);
    for (TestNode node : story.federation().nodes()) {
      node.core().links().tick();
    }
    story.federation().settle();
  }

  private static PairRecord record(TestNode node, TestNode partner) throws ExchangeException {
    return node.core().pairs().record(node.rights(), partner.id(), FROM, TO);
  }

  private static PairRecord record(TestNode node, TestNode partner, YearMonth month)
      throws ExchangeException {
    return node.core().pairs().record(node.rights(), partner.id(), month, month);
  }

  private static List<Line> mirrored(List<Line> lines) {
    return lines.stream()
        .map(line ->
            new Line(
                line.id(),
                line.duty(),
                !line.owed(),
                line.term(),
                line.standing(),
                line.received(),
                line.met(),
                line.took(),
                line.proofs()))
        .toList();
  }
}
