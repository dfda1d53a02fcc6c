// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lat.enlace.exchange.Consenting.Consent;
import lat.enlace.exchange.Consenting.Consent.State;
import lat.enlace.exchange.Consenting.ConsentForm;
import lat.enlace.exchange.ExchangeException.Code;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.DispatchId;
import lat.enlace.model.ItemUse;
import lat.enlace.model.LegalReason;
import lat.enlace.model.Purpose;
import lat.enlace.model.RecallAction;
import lat.enlace.model.dispatch.ConsentBody;
import lat.enlace.model.dispatch.ConsentBody.Consent.Word;
import org.junit.jupiter.api.Test;

/// From the wrong node, late, twice, beyond what was asked, under suspension, after a recall:
/// refused, and nothing may be done with the item.
class WrongConsentsTest extends ConsentSteps {
  WrongConsentsTest() throws Exception {}

  @Test
  void silence_isANo_atBothEndsAndOnTheRecord() throws Exception {
    Consent asked = ask();
    ve.core().consenting().propose(ve.duty(), asked.id(), yes(100));
    pass(Duration.ofDays(31));
    assertThat(here(asked.id())).isEqualTo(State.LAPSED);
    assertThat(there(asked.id())).isEqualTo(State.LAPSED);
    refused(Code.WRONG_STATE, () -> ve.core().consenting().confirm(other(), asked.id()));
    forged(ve, co, granted(asked.id(), 20));
    assertThat(here(asked.id())).isEqualTo(State.LAPSED);
    assertThat(may("BR")).isFalse();
  }

  @Test
  void suspended_aYesIsNeitherSentNorTaken_aNoIs() throws Exception {
    Consent asked = ask();
    Consent court = co.core().consenting().ask(co.analyst(), form(ItemUse.COURT, COURT));
    federation.settle();
    ve.core().consenting().propose(ve.duty(), asked.id(), yes(100));
    ve.core().standings().suspend(ve.authority(), CO_VE, "prueba");
    federation.settle();
    refused(Code.REFUSED, () -> ve.core().consenting().confirm(other(), asked.id()));
    forged(ve, co, granted(asked.id(), 20));
    assertThat(here(asked.id())).isEqualTo(State.QUEUED);
    answer(court.id(), no());
    assertThat(here(court.id())).isEqualTo(State.REFUSED);
    forged(co, ve, request("EC"));
    assertThat(ve.core().consenting().consents(ve.duty())).hasSize(2);
    ConfidenceLevel level = ConfidenceLevel.INFORMATION;
    ve.core().standings().resume(ve.authority(), CO_VE, level, "prueba");
    federation.settle();
    assertThat(may("BR")).isFalse();
  }

  @Test
  void recall_endsWhatWasGrantedAndWhatIsAsked() throws Exception {
    Consent asked = ask();
    answer(asked.id(), yes(100));
    Consent court = co.core().consenting().ask(co.analyst(), form(ItemUse.COURT, COURT));
    federation.settle();
    story.recall(item, RecallAction.NARROW);
    for (DispatchId id : List.of(asked.id(), court.id())) {
      assertThat(here(id)).isEqualTo(State.ENDED);
      assertThat(there(id)).isEqualTo(State.ENDED);
    }
    assertThat(may("BR")).isFalse();
    forged(ve, co, granted(court.id(), 20));
    assertThat(here(court.id())).isEqualTo(State.ENDED);

    DispatchId anew = ask().id();
    answer(anew, yes(100));
    assertThat(may("BR")).isTrue();
    story.recall(item, RecallAction.WITHDRAW);
    assertThat(may("BR")).isFalse();
    refused(Code.NOT_FOUND, this::ask);
    forged(co, ve, request("BR"));
    assertThat(ve.core().consenting().consents(ve.duty())).hasSize(3);
  }

  @Test
  void wrongNodes_twiceAndBeyondWhatWasAsked_changeNothing() throws Exception {
    Consent asked = ask();
    refused(Code.WRONG_STATE, this::ask);
    TestNode other = federation.ec();
    forged(other, co, granted(asked.id(), 20));
    assertThat(here(asked.id())).isEqualTo(State.QUEUED);
    forged(other, ve, request("BR"));
    assertThat(ve.core().consenting().consents(ve.duty())).hasSize(1);
    forged(ve, co, granted(asked.id(), 300));
    assertThat(here(asked.id())).isEqualTo(State.QUEUED);
    forged(ve, co, granted(asked.id(), 20));
    assertThat(here(asked.id())).isEqualTo(State.GRANTED);
    forged(
        ve,
        co,
        new ConsentBody.Consent(
            asked.id(), Word.REFUSED, List.of(), List.of(), List.of(LegalReason.NATIONAL_LAW)));
    assertThat(here(asked.id())).isEqualTo(State.GRANTED);
  }

  @Test
  void asked_onlyOfAThird_forAPurposeOfTheChannel_inTime_byWhomItConcerns() throws Exception {
    var consenting = co.core().consenting();
    Instant soon = co.clock().now().plus(Duration.ofDays(9));
    Instant past = co.clock().now().minusSeconds(1);
    Instant never = co.clock().now().plus(Duration.ofDays(2000));
    for (ConsentForm wrong :
        List.of(
            form(ItemUse.ONWARD, "VE"),
            form(ItemUse.ONWARD, "co-policia"),
            form(ItemUse.ONWARD, "todos"),
            form(ItemUse.COURT, " "),
            new ConsentForm(item, ItemUse.ONWARD, "BR", Purpose.POLITICAL, soon, "x"),
            new ConsentForm(item, ItemUse.ONWARD, "BR", Purpose.ORGANISED_CRIME, past, "x"),
            new ConsentForm(item, ItemUse.ONWARD, "BR", Purpose.ORGANISED_CRIME, never, "x"),
            new ConsentForm(item, ItemUse.ONWARD, "BR", Purpose.ORGANISED_CRIME, soon, " "))) {
      refused(Code.INVALID_FORM, () -> consenting.ask(co.analyst(), wrong));
    }
    refused(Code.ROLE_MISSING, () -> consenting.ask(co.operator(), form(ItemUse.ONWARD, "BR")));
    refused(
        Code.NOT_FOUND, () -> ve.core().consenting().ask(ve.analyst(), form(ItemUse.ONWARD, "BR")));
    assertThat(consenting.consents(co.rights())).isEmpty();
  }
}
