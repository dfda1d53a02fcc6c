// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links;
import lat.enlace.ledger.EntryType;
import lat.enlace.wire.seal.SealedBatch;
import org.junit.jupiter.api.Test;

/// Sealing keys live a week, are replaced while the node runs, and are destroyed
/// (docs/spec/node-record.md, "Renewal").
class SealingRenewalTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant FIRST = Federation.START.minus(Duration.ofHours(1));
  private static final Instant UNTIL = Federation.START.plus(Duration.ofDays(365));

  private final Story story = begin();
  private final Federation federation = story.federation();
  private final TestNode co = federation.co();
  private final TestNode ve = federation.ve();

  @Test
  void tick_overTenWeeks_keepsEveryLinkOpenAndDestroysWhatEnded() throws Exception {
    prepare(11);
    for (int day = 1; day <= 70; day++) {
      passDays(1, co, ve);
      federation.settle();
      if (day % 14 == 3) {
        AskedQuestion asked = story.ask();
        federation.settle();
        assertThat(story.now(asked).state()).as("day %d", day).isEqualTo(State.HIT);
      }
      assertThat(ve.keys().sealingNumbers()).as("day %d", day).noneMatch(this::endedLongAgo);
    }
    assertThat(ve.keys().sealingNumbers()).contains(12L).doesNotContain(1L, 5L, 10L);
  }

  @Test
  void tick_adoptsTheNextRecordThreeDaysAheadAndPartnersKnowItBeforeTheOldKeyEnds()
      throws Exception {
    prepare(2);
    passDays(3, co, ve);
    federation.settle();
    Links.Outgoing now = outgoing();
    assertThat(recordNumber(now)).isEqualTo(1);

    co.core().links().failed(now, Links.Trouble.NO_ANSWER);
    federation.world().pass(DAY.multipliedBy(3));
    assertThat(recordNumber(outgoing())).isEqualTo(2);
  }

  @Test
  void receive_sealedToADestroyedKey_isRefusedByCodeAndComesAgainWithoutLoss() throws Exception {
    prepare(6);
    AskedQuestion asked = story.ask();
    Links.Outgoing old = co.core().links().next(ve.id()).orElseThrow();
    passDays(9, ve);

    Bytes refusal = ve.core().links().receive(co.id(), old.envelope());
    assertThat(Liar.outcome(refusal)).isEqualTo("OLD_RECORD");
    assertThat(co.core().links().wantsRecord(ve.id())).isTrue();
    co.core().links().delivered(old, refusal);
    co.core().links().tick();
    introduce();
    federation.world().pass(Duration.ofMinutes(10));
    federation.settle();

    assertThat(story.now(asked).state()).isEqualTo(State.HIT);
    assertThat(InvariantSteps.types(ve, asked)).containsOnlyOnce(EntryType.RECEIPT.code());
  }

  @Test
  void next_partnerWasOffForAMonth_waitsAndGoesOnWhenItsRecordIsKnown() throws Exception {
    prepare(8);
    for (int day = 0; day < 30; day++) {
      passDays(1, co);
    }
    AskedQuestion asked = story.ask();
    assertThat(co.core().links().next(ve.id())).isEmpty();
    assertThat(health(co).trouble()).containsExactly("NODE_RECORD");

    ve.core().links().tick();
    introduce();
    federation.settle();

    assertThat(story.now(asked).state()).isEqualTo(State.HIT);
    assertThat(health(co).trouble()).isEmpty();
    assertThat(ve.keys().sealingNumbers()).doesNotContain(1L, 2L, 3L);
  }

  @Test
  void bothOffForAMonth_findEachOtherAgain() throws Exception {
    prepare(8);
    federation.world().pass(DAY.multipliedBy(30));
    co.core().links().tick();
    ve.core().links().tick();
    AskedQuestion asked = story.ask();
    introduce();
    federation.settle();

    assertThat(story.now(asked).state()).isEqualTo(State.HIT);
  }

  @Test
  void sealedUntil_saysHowFarTheRootKeysHaveSigned() {
    prepare(4);
    assertThat(ve.core().links().sealedUntil()).contains(FIRST.plus(DAY.multipliedBy(4 * 6 + 7)));
  }

  @Test
  void learnRecord_refusesAnotherNodesRecordAndOneThatNobodySigned() {
    Bytes other = federation.ec().core().links().ownRecord().orElseThrow();
    assertNotTrusted(other);
    assertNotTrusted(Bytes.utf8("enlace node-record/1\n"));
  }

  private void assertNotTrusted(Bytes note) {
    assertThatThrownBy(() -> co.core().links().learnRecord(ve.id(), note))
        .isInstanceOfSatisfying(
            ExchangeException.class,
            e -> assertThat(e.code()).isEqualTo(ExchangeException.Code.NOT_TRUSTED));
  }

  private static Story begin() {
    try {
      return Story.begin(47);
    } catch (ExchangeException e) {
      throw new AssertionError(e);
    }
  }

  private void prepare(int weeks) {
    for (TestNode node : federation.nodes()) {
      node.keys().prepare(weeks, FIRST, UNTIL);
    }
  }

  private void passDays(int days, TestNode... running) throws ExchangeException {
    for (int day = 0; day < days; day++) {
      federation.world().pass(DAY);
      for (TestNode node : running) {
        node.core().links().tick();
      }
    }
  }

  /// Each asks the other for its record where it wants it, as the node does over the link.
  private void introduce() throws ExchangeException {
    for (TestNode one : List.of(co, ve)) {
      TestNode other = one == co ? ve : co;
      if (one.core().links().wantsRecord(other.id())) {
        one.core().links().learnRecord(other.id(), other.core().links().ownRecord().orElseThrow());
      }
    }
  }

  private Links.Outgoing outgoing() throws ExchangeException {
    story.ask();
    return co.core().links().next(ve.id()).orElseThrow();
  }

  private static long recordNumber(Links.Outgoing outgoing) throws Exception {
    return SealedBatch.parse(outgoing.envelope()).recipientRecord();
  }

  private Links.LinkHealth health(TestNode node) {
    return node.core().links().health().stream()
        .filter(link -> link.partner().equals(ve.id()))
        .findFirst()
        .orElseThrow();
  }

  private boolean endedLongAgo(long number) {
    Instant end = FIRST.plus(DAY.multipliedBy(6 * (number - 1) + 7));
    return end.plus(DAY.multipliedBy(2)).isBefore(federation.world().now());
  }
}
