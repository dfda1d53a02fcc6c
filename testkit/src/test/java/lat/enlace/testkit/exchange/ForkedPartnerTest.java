// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.forked;
import static lat.enlace.testkit.exchange.InvariantSteps.inquire;
import static lat.enlace.testkit.exchange.InvariantSteps.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Whereabouts;
import lat.enlace.instrument.node.EndedLog;
import lat.enlace.ledger.Checkpoint;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.testkit.people.People;
import lat.enlace.wire.batch.ConsistencyPath;
import lat.enlace.wire.batch.LogExtract;
import org.junit.jupiter.api.Test;

/// A proof that leads nowhere convicts nobody; two signed heads that contradict each other do, and
/// there is a way back.
class ForkedPartnerTest {
  private static final InstrumentId CO_VE = new InstrumentId("co-ve-2026-cooperation");

  private final Story story;
  private final Federation federation;
  private final TestNode co;
  private final TestNode ve;

  ForkedPartnerTest() throws ExchangeException {
    story = Story.begin(80);
    federation = story.federation();
    co = federation.co();
    ve = federation.ve();
    story.ask();
    federation.settle();
  }

  @Test
  void receive_aProofThatLeadsNowhereIsRefusedAndHeldAgainstNobody() throws Exception {
    AskedQuestion asked = story.ask();
    Bytes lie =
        Liar.resealed(next(co, ve).envelope(), co, ve, Liar.extract(ForkedPartnerTest::garbled));
    assertThat(Liar.outcome(ve.core().links().receive(co.id(), lie))).isEqualTo("INCONSISTENT");
    assertThat(evidence()).isFalse();
    federation.settle();
    assertThat(story.now(asked).state()).isEqualTo(State.HIT);
  }

  private static LogExtract garbled(LogExtract extract) {
    List<Hash> path = new ArrayList<>(extract.consistency().hashes());
    path.set(path.size() - 1, Hash.sha256(Bytes.utf8("nothing")));
    return new LogExtract(
        extract.nodeRecord(),
        extract.checkpoint(),
        new ConsistencyPath(extract.consistency().fromSize(), path),
        extract.entries());
  }

  @Test
  void receive_twoRootsForOneSizeConvict() throws Exception {
    fork();
    assertThat(evidence()).isTrue();
    AskedQuestion back =
        ve.core().asking().ask(ve.analyst(), Forms.lawful(Story.PROBE, co)).getFirst();
    assertThat(back.state()).isEqualTo(State.REFUSED_HERE);
  }

  /// Only who resumes says that the fork is explained.
  @Test
  void evidence_isSetAsideByNoOtherWordThanToResume() throws Exception {
    fork();
    var standings = ve.core().standings();
    standings.lower(ve.authority(), CO_VE, ConfidenceLevel.CONTACT, "prueba");
    standings.raise(ve.authority(), CO_VE, ConfidenceLevel.HIT_NO_HIT, "prueba");
    assertThat(evidence()).isTrue();
    standings.resume(ve.authority(), CO_VE, ConfidenceLevel.CONTACT, "copia restaurada");
    assertThat(evidence()).isFalse();
  }

  @Test
  void adopt_anAuthorityTakesASuccessorOfTheOtherHistoryAndTheFloorOpensBothWays()
      throws Exception {
    fork();
    Bytes head = co.core().records().head().checkpoint();
    Checkpoint ended = SignedCheckpoint.parse(head).checkpoint();
    co.keys().succeed(new EndedLog(ended.origin().value(), ended.size(), ended.root()));
    co.succeed(head);
    String note =
        co.keys()
            .nodeRecord(2, federation.world().now(), Federation.START.plus(Duration.ofDays(365)))
            .text();
    co.core().standings().adoptNodeRecord(co.operator(), note);
    assertThatThrownBy(() -> ve.core().standings().adoptNodeRecord(ve.operator(), note))
        .isInstanceOfSatisfying(
            ExchangeException.class,
            e -> assertThat(e.code()).isEqualTo(ExchangeException.Code.NOT_TRUSTED));
    ve.core().standings().adoptNodeRecord(ve.authority(), note);
    federation.world().pass(Duration.ofMinutes(10));

    Whereabouts.Inquiry there = inquire(co, ve);
    Whereabouts.Inquiry here = inquire(ve, co);
    federation.settle();
    reply(ve, there);
    reply(co, here);
    federation.settle();
    assertThat(co.core().whereabouts().inquiries(co.duty()))
        .allMatch(one -> one.state() == Whereabouts.Inquiry.State.ANSWERED);
    assertThat(ve.core().whereabouts().inquiries(ve.duty()))
        .allMatch(one -> one.state() == Whereabouts.Inquiry.State.ANSWERED);

    assertThat(evidence()).isTrue();
    AskedQuestion closed = story.ask();
    federation.settle();
    assertThat(story.now(closed).state()).isEqualTo(State.REFUSED_THERE);
    ve.core()
        .standings()
        .resume(ve.authority(), CO_VE, ConfidenceLevel.HIT_NO_HIT, "copia restaurada");
    AskedQuestion open =
        co.core().asking().ask(co.analyst(), Forms.lawful(People.any(5), ve)).getFirst();
    federation.settle();
    assertThat(story.now(open).state()).isEqualTo(State.NO_HIT);
  }

  private static void reply(TestNode node, Whereabouts.Inquiry inquiry) throws Exception {
    node.core()
        .whereabouts()
        .reply(node.duty(), inquiry.id(), WhereaboutsBody.Reply.Finding.SEEN, "vista el lunes");
  }

  /// Colombia is put back as it was, and its log goes on in another way until it is as long as what
  /// Venezuela saw of it.
  private void fork() throws Exception {
    TestNode.Backup before = co.backup();
    story.ask();
    federation.settle();
    long seen =
        SignedCheckpoint.parse(ve.core().links().headSeen(co.id()).orElseThrow())
            .checkpoint()
            .size();
    co.restore(before);
    co.open();
    for (int i = 0; i < 20 && co.core().records().head().size() < seen; i++) {
      story.ask();
      next(co, ve);
    }
    assertThat(co.core().records().head().size()).isEqualTo(seen);
    federation.world().pass(Duration.ofMinutes(1));
    assertThat(forked(federation, co, ve)).isEqualTo("FORK");
  }

  private boolean evidence() {
    return ve.core().links().health().getFirst().evidence();
  }
}
