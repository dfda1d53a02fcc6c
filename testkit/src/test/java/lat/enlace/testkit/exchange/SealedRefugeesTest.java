// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.decisions;
import static lat.enlace.testkit.exchange.InvariantSteps.plain;
import static lat.enlace.testkit.exchange.InvariantSteps.traces;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holdings;
import lat.enlace.exchange.Whereabouts;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.instrument.decision.Gate;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.testkit.people.People;
import org.junit.jupiter.api.Test;

/// Who has or seeks refuge in a state is hidden as those are whom it protects (G3, I13).
class SealedRefugeesTest {
  private static final Entity OTHER =
      People.person("ve-1", "Marta Inventado Nadie", "1977-01-01", 4711);

  @Test
  void refugee_looksLikeANoHitInEveryTrace() throws Exception {
    assertThat(traces(Story.HELD, Story.HELD, ConcealedFact.REFUGEE))
        .isEqualTo(traces(OTHER, OTHER, ConcealedFact.REFUGEE))
        .isEqualTo(traces(Story.HELD, Story.HELD, ConcealedFact.PROTECTED_PERSON));
  }

  @Test
  void refugee_staysSealedOverARestart() throws Exception {
    Story story = Story.begin(60);
    TestNode ve = story.federation().ve();
    seal(ve, Story.HELD);
    ve.crash(new SplittableRandom(1));
    ve.open();
    assertThat(ve.core().holdings().counts()).isEqualTo(new Holdings.Counts(1, 0, 0, 1));
    AskedQuestion asked = story.ask();
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.NO_HIT);
    assertThat(decisions(ve)).anyMatch(one -> one.reasons().contains(Gate.REFUGEE.code()));
  }

  @Test
  void refugee_hereIsAskedAboutNowhere() throws Exception {
    Story story = Story.begin(61);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    seal(co, Story.PROBE);
    AskedQuestion asked = story.ask();
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.NO_HIT);
    assertThat(decisions(co)).anyMatch(one -> one.reasons().contains(Gate.REFUGEE.code()));
    assertThat(decisions(ve)).noneMatch(one -> one.reasons().contains(Gate.REFUGEE.code()));
    assertThat(InvariantSteps.plain(ve)).doesNotContain("CASO-2026-0001");
  }

  @Test
  void refugee_isLookedForOnTheFloorAllTheSame() throws Exception {
    Story story = Story.begin(62);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    seal(ve, People.any(3));
    Whereabouts.Inquiry inquiry = InvariantSteps.inquire(co, ve);
    story.federation().settle();
    ve.core()
        .whereabouts()
        .reply(ve.duty(), inquiry.id(), WhereaboutsBody.Reply.Finding.NOTHING_TO_TELL, "");
    story.federation().settle();
    assertThat(co.core().whereabouts().inquiries(co.duty()).getFirst().state())
        .isEqualTo(Whereabouts.Inquiry.State.ANSWERED);
  }

  @Test
  void refugee_isToldOfByNoOfficerWhoCannotKnow() throws Exception {
    Story story = Story.begin(64);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    seal(ve, People.any(3));
    Whereabouts.Inquiry inquiry = InvariantSteps.inquire(co, ve);
    story.federation().settle();
    var seen = WhereaboutsBody.Reply.Finding.SEEN;
    ve.core().whereabouts().reply(ve.duty(), inquiry.id(), seen, "vive en la calle 5");
    story.federation().settle();
    Whereabouts.OpenInquiry arrived = co.core().whereabouts().open(co.duty(), inquiry.id());
    assertThat(arrived.text()).isEmpty();
    assertThat(arrived.inquiry().finding()).containsExactly(WhereaboutsBody.Reply.Finding.NOT_HELD);
    assertThat(ve.core().whereabouts().open(ve.duty(), inquiry.id()).text())
        .as("what the officer sees is what he wrote")
        .isEqualTo("vive en la calle 5");
    assertThat(decisions(ve)).anyMatch(one -> one.reasons().contains(Gate.REFUGEE.code()));
    assertThat(ve.core().records().decisions(ve.auditor(), 100))
        .noneMatch(one -> one.reasons().contains(Gate.REFUGEE.code()));
    assertThat(plain(co)).doesNotContain("calle 5");
  }

  @Test
  void seal_isTheRightsOfficersAloneAndAllOrNone() throws Exception {
    Story story = Story.begin(63);
    TestNode ve = story.federation().ve();
    assertThatThrownBy(() ->
            ve.core().holdings().seal(ve.authority(), ConcealedFact.REFUGEE, List.of(Story.HELD)))
        .isInstanceOfSatisfying(
            ExchangeException.class,
            e -> assertThat(e.code()).isEqualTo(ExchangeException.Code.ROLE_MISSING));
    ve.core()
        .holdings()
        .seal(ve.rights(), ConcealedFact.REFUGEE, List.of(People.any(1), People.any(2)));
    assertThat(ve.core().holdings().counts().refugees()).isEqualTo(2);
  }

  private static void seal(TestNode node, Entity person) throws Exception {
    node.core().holdings().seal(node.rights(), ConcealedFact.REFUGEE, List.of(person));
  }
}
