// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.decisions;
import static lat.enlace.testkit.exchange.InvariantSteps.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.Recalling;
import lat.enlace.instrument.node.Endpoint;
import lat.enlace.instrument.node.NodeRecord;
import lat.enlace.instrument.node.OperationalKeys;
import lat.enlace.instrument.node.SealingTerm;
import lat.enlace.model.RecallAction;
import org.junit.jupiter.api.Test;

/// What a partner merely says of another's log stops nobody.
class LinkClaimsTest {
  private static final long NONSENSE = 1_000_000;

  @Test
  void receive_aClaimToHaveSeenMoreRefusesTheBatchAlone() throws Exception {
    Story story = Story.begin(30);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    var asked = story.ask();
    Bytes lie = Liar.resealed(next(co, ve).envelope(), co, ve, Liar.seen(NONSENSE));
    assertThat(Liar.outcome(ve.core().links().receive(co.id(), lie))).isEqualTo("AHEAD");
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.HIT);
  }

  @Test
  void delivered_aRefusalThatNamesMoreLetsTheLinkRestAndNothingElse() throws Exception {
    Story story = Story.begin(31);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    var asked = story.ask();
    Links.Outgoing out = next(co, ve);
    co.core().links().delivered(out, Liar.refusal(out, ve, co, NONSENSE));
    assertThat(co.core().links().next(ve.id())).isEmpty();
    story.federation().world().pass(Duration.ofMinutes(1));
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.HIT);
  }

  @Test
  void headShown_onlyAHeadOfThisNodesOwnLogIsJudged() throws Exception {
    Story story = Story.begin(32);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    story.ask();
    story.federation().settle();
    story.ask();
    Links.Outgoing lie = next(co, ve);
    co.core().links().delivered(lie, Liar.refusal(lie, ve, co, NONSENSE));
    assertThat(co.core().links().mustAskForHead(ve.id())).isTrue();
    assertThat(co.core().links().mustAskForHead(ve.id())).isFalse();
    Bytes foreign = ve.core().records().head().checkpoint();
    assertThatThrownBy(() -> co.core().links().headShown(ve.id(), foreign))
        .isInstanceOfSatisfying(
            ExchangeException.class,
            e -> assertThat(e.code()).isEqualTo(ExchangeException.Code.NOT_TRUSTED));
    story.federation().world().pass(Duration.ofMinutes(2));
    assertThat(co.core().links().mustAskForHead(ve.id())).isTrue();
    Bytes own = ve.core().links().headSeen(co.id()).orElseThrow();
    co.core().links().headShown(ve.id(), own);
    story.federation().world().pass(Duration.ofMinutes(2));
    assertThat(co.core().links().mustAskForHead(ve.id())).isFalse();
    story.ask();
  }

  @Test
  void delivered_movingTheProofsBeginningDoesNotKeepTheLinkBusy() throws Exception {
    Story story = Story.begin(33);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    var asked = story.ask();
    Links.Outgoing first = next(co, ve);
    co.core().links().delivered(first, Liar.refusal(first, ve, co, 1));
    Links.Outgoing second = next(co, ve);
    co.core().links().delivered(second, Liar.refusal(second, ve, co, 2));
    assertThat(co.core().links().next(ve.id())).isEmpty();
    for (int i = 0; i < 2; i++) {
      story.federation().world().pass(Duration.ofMinutes(1));
      story.federation().settle();
    }
    assertThat(story.now(asked).state()).isEqualTo(State.HIT);
  }

  @Test
  void receive_manyDifferentBadBatchesMakeOneEntry() throws Exception {
    Story story = Story.begin(34);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    story.ask();
    Links.Outgoing out = next(co, ve);
    for (int i = 0; i < 5; i++) {
      ahead(co, ve, out, NONSENSE + i);
    }
    assertThat(refusals(ve)).isEqualTo(1);
    story.federation().world().pass(Duration.ofHours(1));
    ahead(co, ve, next(co, ve), NONSENSE);
    assertThat(refusals(ve)).as("an hour later").isEqualTo(2);
  }

  private static void ahead(TestNode co, TestNode ve, Links.Outgoing out, long seen)
      throws Exception {
    Bytes bad = Liar.resealed(out.envelope(), co, ve, Liar.seen(seen));
    assertThat(Liar.outcome(ve.core().links().receive(co.id(), bad))).isEqualTo("AHEAD");
  }

  private static long refusals(TestNode node) throws Exception {
    return decisions(node).stream().filter(one -> one.reasons().contains("AHEAD")).count();
  }

  @Test
  void receive_theFloorHasNoAge() throws Exception {
    Story story = Story.begin(35);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    var item = story.disclose();
    ve.core().recalling().recall(ve.duty(), item, RecallAction.ERASE, "error", List.of());
    var asked = story.ask();
    story.federation().world().pass(Duration.ofDays(70));
    renewKeys(70, co, ve);
    for (int i = 0; i < 5; i++) {
      story.federation().deliver(co, ve);
      story.federation().deliver(ve, co);
    }
    assertThat(ve.core().recalling().recalls(ve.duty()).getFirst().state())
        .isEqualTo(Recalling.RecallView.State.ACTED);
    assertThat(story.now(asked).state()).isEqualTo(State.REFUSED_THERE);
  }

  /// What keys that are out of force sign proves nothing (invariant I2).
  @Test
  void receive_aSenderWhoseKeysAreOutOfForceIsRefused() throws Exception {
    Story story = Story.begin(35);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    story.federation().world().pass(Duration.ofDays(366));
    renewKeys(366, ve);
    co.core().standings().adoptNodeRecord(co.operator(), renewed(366, ve));
    InvariantSteps.inquire(co, ve);
    Bytes envelope = next(co, ve).envelope();
    assertThat(Liar.outcome(ve.core().links().receive(co.id(), envelope))).isEqualTo("NODE_RECORD");
  }

  /// Whoever stole log keys that were replaced since goes on with nothing: their own record was
  /// never taken back, but what they sign from there on proves nothing (invariant I2).
  @Test
  void receive_logKeysThatWereReplacedSignNothingMore() throws Exception {
    Story story = Story.begin(36);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    story.ask();
    story.federation().settle();
    ve.core().standings().adoptNodeRecord(ve.operator(), withLogKeysReplaced(co));
    story.ask();
    Bytes batch = next(co, ve).envelope();
    assertThat(Liar.outcome(ve.core().links().receive(co.id(), batch))).isEqualTo("NODE_RECORD");
    assertThat(decisions(ve)).anyMatch(one -> one.reasons().contains("NODE_RECORD"));
  }

  /// The second record of the node, with fresh keys for the log from its size now on.
  private static String withLogKeysReplaced(TestNode node) throws Exception {
    Instant now = node.clock().now();
    TestKeys fresh = new TestKeys(node.identity().state(), node.id(), 36_000);
    OperationalKeys keys =
        new OperationalKeys(
            fresh.logSigner().keys().all(),
            node.core().records().head().size(),
            List.of(node.keys().tls()),
            List.of(
                new SealingTerm(
                    fresh.sealingKeys().getFirst().recipientKey().value(),
                    now,
                    now.plus(SealingTerm.MAX_LIFE))));
    NodeRecord second =
        new NodeRecord(
            node.id(),
            2,
            now,
            now.plus(Duration.ofDays(30)),
            keys,
            List.of(new Endpoint("https://co.example")));
    return node.keys().signed(second.text(), now).text();
  }

  private static void renewKeys(int day, TestNode... nodes) throws Exception {
    for (TestNode node : nodes) {
      for (TestNode known : nodes) {
        node.core().standings().adoptNodeRecord(node.operator(), renewed(day, known));
      }
    }
  }

  private static String renewed(int day, TestNode node) throws Exception {
    Instant now = Federation.START.plus(Duration.ofDays(day));
    return node.keys().nodeRecord(2, now, now.plus(Duration.ofDays(1))).text();
  }
}
