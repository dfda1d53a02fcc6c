// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.inquire;
import static lat.enlace.testkit.exchange.InvariantSteps.next;
import static lat.enlace.testkit.exchange.InvariantSteps.shown;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.Links;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.Ground;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.testkit.people.People;
import lat.enlace.wire.WireException;
import lat.enlace.wire.batch.ProvenEntry;
import lat.enlace.wire.seal.SealedBatch;
import lat.enlace.wire.seal.Sealer;
import org.junit.jupiter.api.Test;

/// What waits in the outbox when the standing of its instrument changes.
class HeldBackTest {
  private static final InstrumentId CO_VE = new InstrumentId("co-ve-2026-cooperation");
  private static final int MORE_THAN_A_BATCH = 257;
  private static final String NUMBER_HELD = "4711";

  @Test
  void next_whatIsHeldBackDoesNotKeepTheFloorFromLeaving() throws Exception {
    Story story = Story.begin(40);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    for (int i = 0; i < MORE_THAN_A_BATCH; i++) {
      co.core()
          .asking()
          .ask(co.analyst(), Forms.about(People.any(i), "CASO-" + i, Set.of(Ground.EVIDENCE), ve));
    }
    co.core().standings().suspend(co.authority(), CO_VE, "prueba");
    inquire(co, ve);
    assertThat(next(co, ve).count()).isEqualTo(2);
    story.federation().settle();
    assertThat(ve.core().whereabouts().inquiries(ve.duty())).hasSize(1);
    assertThat(waiting(co)).isEqualTo(MORE_THAN_A_BATCH);
  }

  @Test
  void next_loweringHoldsBackWhatTheNewLevelDoesNotOpen() throws Exception {
    Story story = Story.begin(41);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    story.followUp();
    ve.release(story.desk().getFirst().id());
    ve.core().standings().lower(ve.authority(), CO_VE, ConfidenceLevel.CONTACT, "prueba");
    assertThat(leaves(ve, co)).isFalse();
    story.federation().settle();
    assertThat(waiting(ve)).isEqualTo(1);
  }

  @Test
  void tick_aQuestionWhoseAgreementWasReplacedEndsHere() throws Exception {
    Story story = Story.begin(42);
    AskedQuestion asked = story.ask();
    amend(story.federation().co(), story.federation());
    pass(story.federation());
    assertThat(story.now(asked).state()).isEqualTo(State.REFUSED_HERE);
    assertThat(waiting(story.federation().co())).isZero();
  }

  @Test
  void tick_aFollowUpWhoseAgreementWasReplacedEndsHere() throws Exception {
    Story story = Story.begin(43);
    AskedQuestion asked = story.ask();
    story.federation().settle();
    TestNode co = story.federation().co();
    var hit = (HitBody.Outcome.Hit) story.now(asked).answer().getFirst();
    var handle = hit.candidates().getFirst().handle();
    co.core().asking().followUp(co.analyst(), asked.id(), handle, "misma persona");
    amend(co, story.federation());
    pass(story.federation());
    assertThat(story.now(asked).state()).isEqualTo(State.REFUSED_HERE);
  }

  @Test
  void tick_anAnswerWhoseAgreementWasReplacedIsToldAsARefusal() throws Exception {
    Story story = Story.begin(44);
    AskedQuestion asked = story.ask();
    story.federation().deliver(story.federation().co(), story.federation().ve());
    amend(story.federation().ve(), story.federation());
    pass(story.federation());
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.REFUSED_THERE);
  }

  @Test
  void tick_aDisclosureWhoseAgreementWasReplacedIsToldAsARefusal() throws Exception {
    Story story = Story.begin(45);
    AskedQuestion asked = story.followUp();
    TestNode ve = story.federation().ve();
    ve.release(story.desk().getFirst().id());
    amend(ve, story.federation());
    assertThat(leaves(ve, story.federation().co())).isFalse();
    pass(story.federation());
    assertThat(leaves(ve, story.federation().co())).isFalse();
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.WITHHELD);
    assertThat(ve.core().recalling().given(ve.duty())).isEmpty();
  }

  /// What waits for the last partner by name: on either side, the other.
  private static int waiting(TestNode node) {
    return node.core().links().health().getLast().waiting();
  }

  private static void amend(TestNode node, Federation federation) throws Exception {
    var second =
        Federation.signed(
            "co-ve",
            federation.co(),
            federation.ve(),
            text -> text.replace("version: 1\n", "version: 2\n"));
    node.core().standings().adopt(node.operator(), second);
  }

  private static void pass(Federation federation) throws Exception {
    federation.world().pass(Duration.ofMinutes(2));
    for (TestNode node : federation.nodes()) {
      node.core().links().tick();
    }
  }

  /// True if the number that only the disclosure tells is in the next batch.
  private static boolean leaves(TestNode from, TestNode to) throws Exception {
    var out = from.core().links().next(to.id());
    return out.isPresent() && entries(out.get(), from, to).anyMatch(HeldBackTest::tellsTheNumber);
  }

  private static Stream<ProvenEntry> entries(Links.Outgoing out, TestNode from, TestNode to)
      throws WireException {
    var key = to.keys().sealingKeys().getFirst();
    var opened = Sealer.open(SealedBatch.parse(out.envelope()), from.id(), key);
    return opened.batch().extract().entries().stream();
  }

  private static boolean tellsTheNumber(ProvenEntry entry) {
    return shown(entry.content()).contains(NUMBER_HELD);
  }
}
