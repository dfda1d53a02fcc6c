// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.inquire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.ExchangeException.Code;
import lat.enlace.exchange.Whereabouts;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.instrument.Standing;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.InstrumentId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// A state leaves an agreement alone, at once and for good.
class WithdrawalTest {
  private static final InstrumentId CO_VE = new InstrumentId("co-ve-2026-cooperation");

  @Test
  void withdraw_endsTheAgreementAtBothAndLeavesTheFloorOpen() throws Exception {
    Story story = Story.begin(75);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    AskedQuestion onTheWay = story.ask();
    ve.core().standings().withdraw(ve.authority(), CO_VE, "Ley 3");
    assertThat(state(ve)).isEqualTo(Standing.State.ENDED);
    story.federation().settle();
    assertThat(state(co)).isEqualTo(Standing.State.ENDED);
    assertThat(story.now(onTheWay).state()).isEqualTo(State.REFUSED_THERE);
    assertThat(story.ask().state()).isEqualTo(State.REFUSED_HERE);
    inquire(co, ve);
    story.federation().settle();
    assertThat(ve.core().whereabouts().inquiries(ve.duty()).getFirst().state())
        .isEqualTo(Whereabouts.Inquiry.State.WAITING);
  }

  @Test
  void withdraw_isForGoodWhateverIsOfferedAfterwards() throws Exception {
    Story story = Story.begin(76);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    ve.core().standings().withdraw(ve.authority(), CO_VE, "Ley 3");
    story.federation().settle();
    co.core().standings().raise(co.authority(), CO_VE, ConfidenceLevel.CONTACT, "prueba");
    ve.core().standings().resume(ve.authority(), CO_VE, ConfidenceLevel.CONTACT, "prueba");
    story.federation().settle();
    ve.crash(new SplittableRandom(1));
    ve.open();
    assertThat(state(co)).isEqualTo(Standing.State.ENDED);
    assertThat(state(ve)).isEqualTo(Standing.State.ENDED);
    refused(Code.WRONG_STATE, () -> ve.core().standings().withdraw(ve.authority(), CO_VE, "Ley 3"));
  }

  @Test
  void withdraw_isOverWithANewerTextThatBothSign() throws Exception {
    Story story = Story.begin(77);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    ve.core().standings().withdraw(ve.authority(), CO_VE, "Ley 3");
    story.federation().settle();
    SignedInstrument newer =
        Federation.signed("co-ve", co, ve, text -> text.replace("version: 1\n", "version: 2\n"));
    for (TestNode node : List.of(co, ve)) {
      node.core().standings().adopt(node.operator(), newer);
    }
    AskedQuestion asked = story.ask();
    story.federation().settle();
    assertThat(story.now(asked).state()).isEqualTo(State.HIT);
  }

  @Test
  void withdraw_isForAnAuthorityWithAReason() throws Exception {
    TestNode ve = Story.begin(78).federation().ve();
    var standings = ve.core().standings();
    refused(Code.ROLE_MISSING, () -> standings.withdraw(ve.duty(), CO_VE, "Ley 3"));
    refused(Code.INVALID_FORM, () -> standings.withdraw(ve.authority(), CO_VE, " "));
    refused(
        Code.NOT_FOUND,
        () -> standings.withdraw(ve.authority(), new InstrumentId("co-ec-2026"), "Ley 3"));
  }

  private static Standing.State state(TestNode node) {
    return node.core().standings().instruments().stream()
        .filter(one -> one.instrument().id().equals(CO_VE))
        .findFirst()
        .orElseThrow()
        .standing()
        .state();
  }

  private static void refused(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ExchangeException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
