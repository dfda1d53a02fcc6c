// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.plain;
import static lat.enlace.testkit.exchange.RequestStory.entity;
import static lat.enlace.testkit.exchange.RequestStory.stated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.Asking;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Informing;
import lat.enlace.exchange.Informing.InformForm;
import lat.enlace.exchange.Informing.Information;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.model.ActionCode;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.DataCategory;
import lat.enlace.model.Handling;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.InformationUse;
import lat.enlace.model.RecallAction;
import lat.enlace.model.Urgency;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import org.junit.jupiter.api.Test;

/// Information that nobody asked for goes where an agreement opens it, after a second look, and
/// what came of it comes back.
class SpontaneousTest {
  private final RequestStory story;
  private final TestNode co;
  private final TestNode ve;

  SpontaneousTest() throws ExchangeException {
    story = RequestStory.begin(61);
    co = story.co();
    ve = story.ve();
  }

  private InformForm form(Entity entity) {
    AskForm ask = story.ask(Story.PROBE, Urgency.N7D, DataCategory.IDENTITY);
    return new InformForm(
        ve.id(),
        ask.caseReference(),
        ask.legalBasis(),
        ask.offence(),
        ask.purpose(),
        ask.elements(),
        entity,
        ask.category(),
        ask.stage(),
        ask.grounds(),
        new Handling(Set.of(HandlingCode.H2), ActionCode.P1),
        "hallado en un registro incautado");
  }

  private static Entity ana() {
    return entity(
        Schema.PERSON,
        stated(Property.NAME, "Ana Ejemplo Prueba"),
        stated(Property.ALIAS, "La Muestra"));
  }

  private Information send() throws ExchangeException {
    Information sent = co.core().informing().send(co.analyst(), form(ana()));
    story.federation().settle();
    return sent;
  }

  @Test
  void information_isReadAsAnItemAndFedBack() throws Exception {
    Informing.SecondLook look = co.core().informing().look(co.analyst(), form(ana()));
    assertThat(look.agencies()).contains(AgencyKind.POLICE).doesNotContain(AgencyKind.CONSULAR);
    assertThat(look.handling().codes()).contains(HandlingCode.H1, HandlingCode.H2);
    assertThat(look.kept()).isNotEmpty();
    Information sent = send();
    Information came = ve.core().informing().all(ve.duty()).getFirst();
    assertThat(ve.core().informing().open(ve.duty(), came.id()))
        .isEqualTo("hallado en un registro incautado");
    Asking.ReadItem item =
        ve.core()
            .asking()
            .read(ve.duty(), came.item(), came.caseReference(), "información espontánea");
    assertThat(item.entity().values(Property.ALIAS)).containsExactly("La Muestra");
    assertThat(item.handling().codes()).contains(HandlingCode.H1, HandlingCode.H2);
    ve.core().informing().feedback(ve.duty(), came.id(), InformationUse.CASE_ADVANCED, "gracias");
    story.federation().settle();
    Information now = co.core().informing().all(co.analyst()).getFirst();
    assertThat(now.id()).isEqualTo(sent.id());
    assertThat(now.state()).isEqualTo(Information.State.USEFUL);
    assertThatThrownBy(() ->
            ve.core().informing().feedback(ve.duty(), came.id(), InformationUse.NOT_CONFIRMED, ""))
        .hasFieldOrPropertyWithValue("code", ExchangeException.Code.WRONG_STATE);
  }

  @Test
  void information_isRecalledLikeAnyItem() throws Exception {
    Information sent = send();
    co.core().recalling().recall(co.duty(), sent.item(), RecallAction.ERASE, "falsa", List.of());
    story.federation().settle();
    assertThat(plain(ve)).doesNotContain("La Muestra");
  }

  @Test
  void information_aboutSomeoneSealedHereLeavesNothing() throws Exception {
    co.core().holdings().seal(co.rights(), ConcealedFact.REFUGEE, List.of(Story.PROBE));
    assertThat(send().state()).isEqualTo(Information.State.QUEUED);
    assertThat(ve.core().informing().all(ve.duty())).isEmpty();
    assertThat(plain(ve)).doesNotContain("La Muestra");
  }

  @Test
  void information_aboutSomeoneSealedThereIsNotKept() throws Exception {
    ve.core().holdings().seal(ve.rights(), ConcealedFact.REFUGEE, List.of(Story.PROBE));
    send();
    assertThat(ve.core().informing().all(ve.duty())).isEmpty();
    assertThat(plain(ve)).doesNotContain("La Muestra");
  }

  @Test
  void feedback_onWhatWasNeverSentIsRefused() throws Exception {
    Information sent = send();
    assertThatThrownBy(() ->
            co.core()
                .informing()
                .feedback(co.analyst(), sent.id(), InformationUse.KNOWN_ALREADY, ""))
        .hasFieldOrPropertyWithValue("code", ExchangeException.Code.NOT_FOUND);
    assertThat(co.core().informing().all(co.analyst()).getFirst().state())
        .isEqualTo(Information.State.QUEUED);
  }

  @Test
  void information_underASuspendedAgreementIsRefused() throws Exception {
    co.core().standings().suspend(co.authority(), RequestStory.CO_VE, "prueba");
    assertThat(send().state()).isEqualTo(Information.State.REFUSED_HERE);
  }
}
