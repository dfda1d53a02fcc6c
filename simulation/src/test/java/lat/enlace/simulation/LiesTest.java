// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.Recalling;
import lat.enlace.exchange.Records;
import lat.enlace.model.CaseReference;
import lat.enlace.model.ItemId;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.testkit.exchange.Federation;
import lat.enlace.testkit.exchange.Forms;
import lat.enlace.testkit.exchange.TestNode;
import lat.enlace.testkit.people.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each lie, told once on a calm link: refused for what it is, logged, and without effect.
class LiesTest {
  private final Federation federation = Federation.ofThree(31);
  private final TestNode co = federation.co();
  private final LyingPeer peer =
      new LyingPeer(
          federation.ec(),
          co,
          federation.ve(),
          new LyingPeer.Texts(
              Federation.signed("co-ec", co, federation.ec()),
              Federation.signed("co-ve", co, federation.ve())),
          new SplittableRandom(31));

  private final ItemId item;

  LiesTest() throws Exception {
    TestNode ec = federation.ec();
    co.core().holdings().put(co.analyst(), Forms.suspect(People.any(1)));
    ask(federation.ve());
    ask(ec);
    ec.core().asking().ask(ec.analyst(), Forms.lawful(People.any(1), co));
    Links.Outgoing first = ec.core().links().next(co.id()).orElseThrow();
    peer.overhears(ec, co, first.envelope());
    ec.core().links().delivered(first, co.core().links().receive(ec.id(), first.envelope()));
    federation.settle();
    item = disclosedByThird();
    ask(federation.ve());
  }

  private AskedQuestion ask(TestNode partner) throws Exception {
    return co.core().asking().ask(co.analyst(), Forms.lawful(People.any(7), partner)).getFirst();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*RECEIPT.*|SILENCE")
  void lie_isRefusedForWhatItIs(Lie lie) throws Exception {
    List<String> before = state();
    long decisions = refusals(lie);
    federation.world().pass(Duration.ofSeconds(1));
    String outcome = peer.tell(lie);
    assertThat(outcome).isEqualTo(lie == Lie.FORK ? fork(outcome) : lie.code());
    if (lie.code().equals("accepted")) {
      requireWithoutEffect(lie);
    } else {
      assertThat(refusals(lie)).isEqualTo(decisions + 1);
      assertThat(state()).isEqualTo(before);
    }
    assertThat(co.core().links().health().stream().anyMatch(Links.LinkHealth::evidence))
        .isEqualTo(outcome.equals("FORK"));
    AskedQuestion asked = ask(federation.ve());
    federation.settle();
    assertThat(co.core().asking().question(co.analyst(), asked.id()).state())
        .isEqualTo(AskedQuestion.State.NO_HIT);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*RECEIPT.*|SILENCE")
  void receipt_isRefusedAndNothingIsMarked(Lie lie) throws Exception {
    AskedQuestion asked = ask(federation.ec());
    Links.Outgoing outgoing = co.core().links().next(federation.ec().id()).orElseThrow();
    assertThat(peer.answer(lie, outgoing)).isEqualTo(lie.code());
    assertThat(co.core().asking().question(co.analyst(), asked.id()).state())
        .isEqualTo(AskedQuestion.State.QUEUED);
    assertThat(health().waiting()).isEqualTo(1);
    assertThat(health().trouble()).isNotEmpty();
    assertThat(health().evidence() && lie != Lie.FORKED_RECEIPT).isFalse();
  }

  /// From a size that is a power of two a path does not show which history it leaves, and convicts
  /// nobody.
  private static String fork(String outcome) {
    return outcome.equals("INCONSISTENT") ? outcome : "FORK";
  }

  @Test
  void batch_underANodeRecordOutOfForceIsRefused() throws Exception {
    federation.world().pass(Duration.ofDays(400));
    assertThat(peer.tell(Lie.NOT_JSON)).isEqualTo("NODE_RECORD");
  }

  private Links.LinkHealth health() {
    return co.core().links().health().stream()
        .filter(link -> link.partner().equals(federation.ec().id()))
        .findFirst()
        .orElseThrow();
  }

  /// What people at the victim see, apart from the record of refusals.
  private List<String> state() throws Exception {
    return List.of(
        co.core().asking().asked(co.rights()).toString(),
        co.core().holding().desk(co.duty()).toString(),
        co.core().holding().questions(co.authority()).toString(),
        co.core().whereabouts().inquiries(co.rights()).toString(),
        co.core().recalling().recalls(co.rights()).toString(),
        co.core().recalling().given(co.rights()).toString(),
        levels());
  }

  private String levels() {
    return co.core().standings().instruments().stream()
        .map(adopted -> adopted.partner() + " " + adopted.level())
        .toList()
        .toString();
  }

  private long refusals(Lie lie) throws Exception {
    return co.core().records().decisions(co.rights(), 1000).stream()
        .filter(decision ->
            decision.reasons().contains(lie.code())
                || (lie == Lie.FORK && decision.reasons().contains("INCONSISTENT")))
        .count();
  }

  /// Taken in, and answered with a refusal, or with having nothing to act on.
  private void requireWithoutEffect(Lie lie) throws Exception {
    switch (lie) {
      case REPLAYED -> assertThat(decisionsOnQuestions()).isEqualTo(1);
      case RECALL_OF_ANOTHERS -> {
        assertThat(co.core().recalling().recalls(co.duty()).getFirst().state())
            .isEqualTo(Recalling.RecallView.State.NOT_HELD);
        CaseReference caseReference = new CaseReference("CASO-2026-0001");
        assertThat(co.core().asking().read(co.analyst(), item, caseReference, "vista").entity())
            .isNotNull();
      }
      default -> assertThat(lastOutcome()).isEqualTo("refuse");
    }
  }

  private long decisionsOnQuestions() throws Exception {
    return co.core().records().decisions(co.rights(), 1000).stream()
        .filter(one -> one.kind().equals("question") && one.side().equals("receiving"))
        .count();
  }

  private ItemId disclosedByThird() throws Exception {
    TestNode ve = federation.ve();
    ve.core().holdings().put(ve.analyst(), Forms.suspect(People.any(3)));
    AskedQuestion asked =
        co.core().asking().ask(co.analyst(), Forms.lawful(People.any(3), ve)).getFirst();
    federation.settle();
    AskedQuestion hit = co.core().asking().question(co.analyst(), asked.id());
    var candidate =
        ((HitBody.Outcome.Hit) hit.answer().getFirst()).candidates().getFirst().handle();
    co.core().asking().followUp(co.analyst(), asked.id(), candidate, "la misma");
    federation.settle();
    var held = ve.core().holding().desk(ve.duty()).getFirst();
    ve.release(held.id());
    federation.settle();
    return co.core().asking().question(co.analyst(), asked.id()).item().getFirst();
  }

  private String lastOutcome() throws Exception {
    return co.core().records().decisions(co.rights(), 1).stream()
        .map(Records.DecisionView::outcome)
        .findFirst()
        .orElseThrow();
  }
}
