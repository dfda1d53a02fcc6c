// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.decisions;
import static lat.enlace.testkit.exchange.InvariantSteps.inquire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.ExchangeException.Code;
import lat.enlace.exchange.Standings.Contested;
import lat.enlace.exchange.Whereabouts;
import lat.enlace.instrument.Standing;
import lat.enlace.instrument.decision.Gate;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.StateCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// One state alone may hold that nobody undisputed speaks for another, or for itself: nothing new
/// goes to or comes from there, and the floor stays open.
class ContestedMandateTest {
  private static final StateCode CO = new StateCode("CO");
  private static final StateCode VE = new StateCode("VE");

  @Test
  void contest_closesBothWaysWithoutAWordToTheOther() throws Exception {
    Story story = Story.begin(64);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    AskedQuestion onTheWay = story.ask();
    ve.core().standings().contest(ve.authority(), CO, "dos gobiernos");
    assertThat(ve.core().links().next(co.id())).isEmpty();
    story.federation().settle();
    assertThat(story.now(onTheWay).state()).isEqualTo(State.REFUSED_THERE);
    assertThat(decisions(ve)).anyMatch(one -> one.reasons().equals(List.of(Gate.MANDATE.code())));
    AskedQuestion back =
        ve.core().asking().ask(ve.analyst(), Forms.lawful(Story.PROBE, co)).getFirst();
    assertThat(back.state()).isEqualTo(State.REFUSED_HERE);
    assertThat(ve.core().standings().instruments().getFirst().standing().state())
        .isEqualTo(Standing.State.MANDATE_CONTESTED);
    assertThat(co.core().standings().instruments().getFirst().standing().state())
        .isEqualTo(Standing.State.IN_FORCE);
  }

  @Test
  void contest_holdsBackADisclosureThatWasReleased() throws Exception {
    Story story = Story.begin(65);
    TestNode ve = story.federation().ve();
    AskedQuestion asked = story.followUp();
    ve.release(story.desk().getFirst().id());
    ve.core().standings().contest(ve.authority(), CO, "dos gobiernos");
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.FOLLOWED_UP);
    ve.core().standings().recognise(ve.authority(), CO, "elecciones");
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.DISCLOSED);
  }

  @Test
  void contest_leavesTheFloorOpenAndOthersAlone() throws Exception {
    Story story = Story.begin(66);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    TestNode ec = story.federation().ec();
    co.core().standings().contest(co.authority(), VE, "dos gobiernos");
    inquire(co, ve);
    story.federation().settle();
    assertThat(ve.core().whereabouts().inquiries(ve.duty()).getFirst().state())
        .isEqualTo(Whereabouts.Inquiry.State.WAITING);
    List<AskedQuestion> asked =
        co.core().asking().ask(co.analyst(), Forms.lawful(Story.PROBE, ve, ec));
    assertThat(asked)
        .extracting(AskedQuestion::state)
        .containsExactlyInAnyOrder(State.REFUSED_HERE, State.QUEUED);
  }

  @Test
  void contest_ofTheOwnMandateClosesEverywhere() throws Exception {
    Story story = Story.begin(67);
    TestNode co = story.federation().co();
    co.core().standings().contest(co.authority(), CO, "golpe");
    assertThat(
            co.core()
                .asking()
                .ask(
                    co.analyst(),
                    Forms.lawful(Story.PROBE, story.federation().ve(), story.federation().ec())))
        .allMatch(one -> one.state() == State.REFUSED_HERE);
  }

  @Test
  void recognise_opensAgainAndBothStandInTheLedger() throws Exception {
    Story story = Story.begin(68);
    TestNode ve = story.federation().ve();
    long before = InvariantSteps.count(ve, EntryType.MANDATE);
    ve.core().standings().contest(ve.authority(), CO, "dos gobiernos");
    ve.crash(new SplittableRandom(1));
    ve.open();
    assertThat(ve.core().standings().contested()).extracting(Contested::state).containsExactly(CO);
    ve.core().standings().recognise(ve.authority(), CO, "elecciones");
    assertThat(ve.core().standings().contested()).isEmpty();
    assertThat(InvariantSteps.count(ve, EntryType.MANDATE)).isEqualTo(before + 2);
    AskedQuestion asked = story.ask();
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.HIT);
  }

  @Test
  void contest_isForAnAuthorityWithAReasonAboutAPartner() throws Exception {
    TestNode ve = Story.begin(69).federation().ve();
    var standings = ve.core().standings();
    refused(Code.ROLE_MISSING, () -> standings.contest(ve.duty(), CO, "dos gobiernos"));
    refused(Code.INVALID_FORM, () -> standings.contest(ve.authority(), CO, " "));
    refused(
        Code.NOT_FOUND,
        () -> standings.contest(ve.authority(), new StateCode("EC"), "dos gobiernos"));
    refused(Code.WRONG_STATE, () -> standings.recognise(ve.authority(), CO, "elecciones"));
    standings.contest(ve.authority(), CO, "dos gobiernos");
    refused(Code.WRONG_STATE, () -> standings.contest(ve.authority(), CO, "dos gobiernos"));
  }

  private static void refused(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ExchangeException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
