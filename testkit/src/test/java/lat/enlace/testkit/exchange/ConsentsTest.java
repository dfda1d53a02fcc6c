// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lat.enlace.exchange.Consenting.Consent;
import lat.enlace.exchange.Consenting.Consent.State;
import lat.enlace.exchange.Consenting.Saying;
import lat.enlace.exchange.ExchangeException.Code;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.model.ItemId;
import lat.enlace.model.ItemUse;
import lat.enlace.model.LegalReason;
import org.junit.jupiter.api.Test;

/// Silence means no: a use beyond the handling needs a yes of two officers of the originator, for
/// exactly that use, and lasts no longer than it, the item and its handling do.
class ConsentsTest extends ConsentSteps {
  ConsentsTest() throws Exception {}

  @Test
  void granted_coversThisUseAndNoOther_untilItsEnd() throws Exception {
    assertThat(may("BR")).isFalse();
    Consent asked = ask();
    assertThat(here(asked.id())).isEqualTo(State.QUEUED);
    assertThat(there(asked.id())).isEqualTo(State.WAITING);
    assertThat(ve.core().consenting().open(ve.duty(), asked.id())).isEqualTo("la red opera allí");
    answer(asked.id(), yes(100));
    assertThat(here(asked.id())).isEqualTo(State.GRANTED);
    assertThat(may("BR")).isTrue();
    assertThat(may("br-policia")).isTrue();
    assertThat(may("EC")).isFalse();
    assertThat(may("Brasil")).isFalse();
    var consenting = co.core().consenting();
    assertThat(consenting.mayUse(item, ItemUse.COURT, COURT, co.clock().now())).isFalse();
    Instant now = co.clock().now();
    assertThat(consenting.mayUse(item, ItemUse.ONWARD, "BR", now.minusSeconds(86_400))).isFalse();
    assertThat(consenting.mayUse(item, ItemUse.ONWARD, "BR", now.plus(Duration.ofDays(101))))
        .isFalse();
    assertThat(consenting.mayUse(new ItemId("ve-0011"), ItemUse.ONWARD, "BR", now)).isFalse();
    pass(Duration.ofDays(101));
    assertThat(may("BR")).isFalse();
    assertThat(here(asked.id())).isEqualTo(State.ENDED);
    assertThat(there(asked.id())).isEqualTo(State.ENDED);
  }

  @Test
  void court_isNamedExactly() throws Exception {
    Consent asked = co.core().consenting().ask(co.analyst(), form(ItemUse.COURT, COURT));
    federation.settle();
    answer(asked.id(), yes(100));
    var consenting = co.core().consenting();
    Instant now = co.clock().now();
    assertThat(consenting.mayUse(item, ItemUse.COURT, COURT, now)).isTrue();
    assertThat(consenting.mayUse(item, ItemUse.COURT, COURT + "3", now)).isFalse();
    assertThat(may("BR")).isFalse();
  }

  @Test
  void refusal_isSaidWithACode_andMayBeAskedAnew() throws Exception {
    Consent asked = ask();
    answer(asked.id(), no());
    assertThat(here(asked.id())).isEqualTo(State.REFUSED);
    assertThat(co.core().consenting().consents(co.analyst()).getFirst().refusal())
        .containsExactly(LegalReason.ESSENTIAL_INTERESTS);
    assertThat(may("BR")).isFalse();
    assertThat(there(ask().id())).isEqualTo(State.WAITING);
  }

  @Test
  void answer_isOfTwoOfficersOfDifferentUnits() throws Exception {
    Consent asked = ask();
    var consenting = ve.core().consenting();
    refused(Code.WRONG_STATE, () -> consenting.confirm(other(), asked.id()));
    consenting.propose(ve.duty(), asked.id(), yes(100));
    refused(Code.APPROVAL_REFUSED, () -> consenting.confirm(ve.duty(), asked.id()));
    refused(Code.APPROVAL_REFUSED, () -> consenting.confirm(AlertStory.other(ve), asked.id()));
    refused(Code.APPROVAL_REFUSED, () -> consenting.confirm(AlertStory.second(ve), asked.id()));
    refused(Code.ROLE_MISSING, () -> consenting.confirm(ve.analyst(), asked.id()));
    consenting.sendBack(other(), asked.id(), "demasiado tiempo");
    assertThat(there(asked.id())).isEqualTo(State.WAITING);
    refused(Code.INVALID_FORM, () -> consenting.propose(ve.duty(), asked.id(), yes(300)));
    refused(
        Code.INVALID_FORM,
        () ->
            consenting.propose(ve.duty(), asked.id(), new Saying(List.of(), List.of(), List.of())));
    federation.settle();
    assertThat(here(asked.id())).isEqualTo(State.QUEUED);
  }

  @Test
  void takenBack_endsIt_alsoUnderSuspension() throws Exception {
    Consent asked = ask();
    answer(asked.id(), yes(100));
    ve.core().standings().suspend(ve.authority(), CO_VE, "prueba");
    federation.settle();
    assertThat(may("BR")).isTrue();
    refused(
        Code.REFUSED, () -> co.core().consenting().ask(co.analyst(), form(ItemUse.COURT, COURT)));
    ve.core().consenting().takeBack(ve.duty(), asked.id(), "la fuente corre peligro");
    federation.settle();
    assertThat(may("BR")).isFalse();
    assertThat(here(asked.id())).isEqualTo(State.TAKEN_BACK);
    refused(
        Code.WRONG_STATE, () -> ve.core().consenting().takeBack(ve.duty(), asked.id(), "otra vez"));
  }

  /// Whom the originator hides since: to its officers a yes like any other, at the holder silence.
  @Test
  void granted_ofSomeoneSealedSince_staysHereAndLooksLikeAnyOther() throws Exception {
    Consent asked = ask();
    ve.core().holdings().seal(ve.rights(), ConcealedFact.REFUGEE, List.of(Story.HELD));
    answer(asked.id(), yes(100));
    assertThat(there(asked.id())).isEqualTo(State.GRANTED);
    assertThat(here(asked.id())).isEqualTo(State.QUEUED);
    ve.core().consenting().takeBack(ve.duty(), asked.id(), "otra vez");
    federation.settle();
    assertThat(here(asked.id())).isEqualTo(State.QUEUED);
    pass(Duration.ofDays(31));
    assertThat(here(asked.id())).isEqualTo(State.LAPSED);
    assertThat(may("BR")).isFalse();
  }

  @Test
  void restoredDatabase_holdsNoConsent() throws Exception {
    Consent asked = ask();
    answer(asked.id(), yes(100));
    co.core().recalling().forgetAgain();
    assertThat(may("BR")).isFalse();
    assertThat(here(asked.id())).isEqualTo(State.ENDED);
  }
}
