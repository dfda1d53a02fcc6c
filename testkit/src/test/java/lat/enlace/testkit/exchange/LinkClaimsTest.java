// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

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
    ve.core().links().receive(co.id(), Liar.resealed(out.envelope(), co, ve, Liar.seen(NONSENSE)));
    long size = ve.core().records().head().size();
    for (int i = 1; i < 5; i++) {
      Bytes other = Liar.resealed(out.envelope(), co, ve, Liar.seen(NONSENSE + i));
      assertThat(Liar.outcome(ve.core().links().receive(co.id(), other))).isEqualTo("AHEAD");
    }
    assertThat(ve.core().records().head().size()).isEqualTo(size);
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
    renewKeys(co, ve);
    for (int i = 0; i < 5; i++) {
      story.federation().deliver(co, ve);
      story.federation().deliver(ve, co);
    }
    assertThat(ve.core().recalling().recalls(ve.duty()).getFirst().state())
        .isEqualTo(Recalling.RecallView.State.ACTED);
    assertThat(story.now(asked).state()).isEqualTo(State.REFUSED_THERE);
  }

  private static void renewKeys(TestNode... nodes) throws Exception {
    Instant now = Federation.START.plus(Duration.ofDays(70));
    for (TestNode node : nodes) {
      for (TestNode known : nodes) {
        Bytes note = known.keys().nodeRecord(2, now, now.plus(Duration.ofDays(1)));
        node.core().standings().adoptNodeRecord(node.operator(), note.text());
      }
    }
  }
}
