// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.decisions;
import static lat.enlace.testkit.exchange.InvariantSteps.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.ExchangeException.Code;
import lat.enlace.exchange.Recalling.RecallView;
import lat.enlace.exchange.Records;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.instrument.decision.Gate;
import lat.enlace.matching.algo1.Algo1;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.CaseReference;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.EntityId;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.ItemId;
import lat.enlace.model.RecallAction;
import lat.enlace.model.StateCode;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.ItemBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import lat.enlace.testkit.people.People;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// A correction is no road past the gates: what replaces a disclosure is about the same person, in
/// the categories disclosed, and meets at both nodes what a disclosure meets. Whatever else is
/// recalled passes at any standing.
class CorrectionsTest {
  private static final InstrumentId CO_VE = new InstrumentId("co-ve-2026-cooperation");
  private static final String NUMBER = "909090";
  private static final Entity RIGHT = Story.CORRECTED;

  private final Story story;
  private final Federation federation;
  private final TestNode co;
  private final TestNode ve;
  private final ItemId item;

  CorrectionsTest() throws Exception {
    story = Story.begin(81);
    federation = story.federation();
    co = federation.co();
    ve = federation.ve();
    item = story.disclose();
  }

  @Test
  void originator_sendsTheCategoriesDisclosedAndNoOthers() throws Exception {
    assertThat(correct(RIGHT)).isEqualTo(RecallView.State.ACTED);
    Entity now = story.read(item).entity();
    assertThat(now.id().value()).isEqualTo(item.value()).isNotEqualTo(Story.HELD.id().value());
    assertThat(now.values(Property.ID_NUMBER)).containsExactly(NUMBER);
    assertThat(now.values(Property.ADDRESS)).isEmpty();
    assertThat(now.values(Property.NOTES)).isEmpty();
    assertThat(plain(co)).contains(NUMBER).doesNotContain("Calle Inventada", "apunte interno");
  }

  @Test
  void originator_correctsWhomTheItemIsAboutAndNobodyElse() throws Exception {
    Entity other = corrected("Marta Inventado Nadie", "1977-01-01");
    Entity organisation = new Entity(RIGHT.id(), Schema.ORGANIZATION, RIGHT.statements());
    Entity address = only(RIGHT, Property.ADDRESS);
    for (Entity wrong : List.of(other, organisation, address)) {
      refused(Code.INVALID_FORM, () -> correct(wrong));
    }
    assertThat(ve.core().links().next(co.id())).isEmpty();
    assertThat(ve.core().recalling().recalls(ve.duty())).isEmpty();
    assertThat(story.read(item).entity().values(Property.ID_NUMBER)).containsExactly("4711");
  }

  /// By the real measure: a wrong date of birth and a wrong number are what is corrected most.
  @Test
  void originator_correctsADateOfBirthAndANumber() throws Exception {
    for (TestNode node : List.of(co, ve)) {
      node.core().close();
      node.open(new Algo1());
    }
    assertThat(correct(corrected("Ana Ejemplo Prueba", "1991-11-23")))
        .isEqualTo(RecallView.State.ACTED);
    Entity now = story.read(item).entity();
    assertThat(now.values(Property.BIRTH_DATE)).containsExactly("1991-11-23");
    assertThat(now.values(Property.ID_NUMBER)).containsExactly(NUMBER);
    refused(Code.INVALID_FORM, () -> correct(corrected("Luis Supuesto Dechado", "1980-02-03")));
  }

  @Test
  void originator_sendsNothingOfAMinor() throws Exception {
    refused(Code.REFUSED, () -> correct(corrected("Ana Ejemplo Prueba", "2012-05-05")));
    assertThat(ve.core().links().next(co.id())).isEmpty();
  }

  @Test
  void originator_ofSomeoneSealedSinceErasesAtTheHolderAndShowsNoDifference() throws Exception {
    ve.core().holdings().seal(ve.rights(), ConcealedFact.REFUGEE, List.of(Story.HELD));
    long before = ve.core().records().entries(ve.auditor(), 1000).size();
    assertThat(correct(RIGHT)).isEqualTo(RecallView.State.ACTED);
    long entered = ve.core().records().entries(ve.auditor(), 1000).size() - before;

    assertErased();
    assertThat(ve.core().recalling().recalls(ve.duty()).getFirst().action())
        .isEqualTo(RecallAction.CORRECT);
    assertConcealed(ve);
    CorrectionsTest twin = new CorrectionsTest();
    twin.ve
        .core()
        .holdings()
        .seal(twin.ve.rights(), ConcealedFact.REFUGEE, List.of(People.any(77)));
    long twinBefore = twin.ve.core().records().entries(twin.ve.auditor(), 1000).size();
    twin.correct(RIGHT);
    assertThat(twin.ve.core().records().entries(twin.ve.auditor(), 1000).size() - twinBefore)
        .isEqualTo(entered);
  }

  @Test
  void suspended_dataWaitAndEverythingElsePasses() throws Exception {
    ve.core().recalling().recall(ve.duty(), item, RecallAction.CORRECT, "error", List.of(RIGHT));
    ve.core().standings().suspend(ve.authority(), CO_VE, "prueba");
    federation.settle();
    assertThat(plain(co)).doesNotContain(NUMBER);
    refused(Code.REFUSED, () -> correct(RIGHT));
    assertThat(story.recall(item, RecallAction.NARROW)).isEqualTo(RecallView.State.ACTED);

    ConfidenceLevel level = ConfidenceLevel.CONTACT;
    ve.core().standings().resume(ve.authority(), CO_VE, level, "prueba");
    co.core().standings().resume(co.authority(), CO_VE, level, "prueba");
    federation.settle();
    refused(Code.REFUSED, () -> correct(RIGHT));
    assertThat(plain(co)).doesNotContain(NUMBER);
    assertThat(story.recall(item, RecallAction.WITHDRAW)).isEqualTo(RecallView.State.ACTED);
    assertThat(story.recall(item, RecallAction.ERASE)).isEqualTo(RecallView.State.ACTED);
    assertErased();
  }

  @Test
  void contested_dataWaitUntilItIsRecognised() throws Exception {
    StateCode colombia = new StateCode("CO");
    ve.core().recalling().recall(ve.duty(), item, RecallAction.CORRECT, "error", List.of(RIGHT));
    ve.core().standings().contest(ve.authority(), colombia, "dos gobiernos");
    federation.settle();
    refused(Code.REFUSED, () -> correct(RIGHT));
    assertThat(story.read(item).entity().values(Property.ID_NUMBER)).containsExactly("4711");
    ve.core().standings().recognise(ve.authority(), colombia, "elecciones");
    federation.settle();
    assertThat(story.read(item).entity().values(Property.ID_NUMBER)).containsExactly(NUMBER);
  }

  @Test
  void withdrawn_isNotBroughtBack() throws Exception {
    story.recall(item, RecallAction.WITHDRAW);
    assertThat(correct(RIGHT)).isEqualTo(RecallView.State.ACTED);
    assertErased();
  }

  @Test
  void holder_ofALyingPartnersCorrectionKeepsWhatWasAskedFor() throws Exception {
    lie(RIGHT);
    Entity now = story.read(item).entity();
    assertThat(now.values(Property.ID_NUMBER)).containsExactly(NUMBER);
    assertThat(now.values(Property.ADDRESS)).isEmpty();
    assertThat(plain(co)).doesNotContain("Calle Inventada", "apunte interno");
  }

  @Test
  void holder_keepsNothingOfAnotherPerson() throws Exception {
    lie(corrected("Marta Inventado Nadie", "1977-01-01"));
    assertErased();
    assertThat(plain(co)).doesNotContain("Marta Inventado");
  }

  @Test
  void holder_keepsNothingOfAMinor() throws Exception {
    lie(corrected("Ana Ejemplo Prueba", "2012-05-05"));
    assertErased();
  }

  @Test
  void holder_keepsNothingOfSomeoneItProtects() throws Exception {
    // Under a second name that only the correction holds.
    Entity hidden = People.person("p", "Ana Ejemplo Oculta Real", "1980-02-03", 0);
    Entity renamed = corrected("Ana Ejemplo Oculta Real", "1980-02-03");
    co.core().holdings().protect(co.rights(), hidden);
    lie(renamed);
    assertErased();
    assertConcealed(co);
    assertThat(co.core().recalling().recalls(co.analyst()).getFirst().action())
        .isEqualTo(RecallAction.ERASE);
  }

  @Test
  void holder_takesNoDataUnderSuspension() throws Exception {
    co.core().standings().suspend(co.authority(), CO_VE, "prueba");
    lie(RIGHT);
    assertErased();
  }

  private void assertErased() throws Exception {
    refused(Code.NOT_FOUND, () -> story.read(item));
    assertThat(plain(co)).doesNotContain("4711").doesNotContain(NUMBER);
  }

  /// The reason is the rights officer's to read and nobody else's.
  private static void assertConcealed(TestNode node) throws Exception {
    List<String> gates = List.of(Gate.PROTECTED_PERSON.code(), Gate.REFUGEE.code());
    assertThat(decisions(node)).anyMatch(one -> one.reasons().stream().anyMatch(gates::contains));
    assertThat(node.core().records().decisions(node.auditor(), 100))
        .flatExtracting(Records.DecisionView::reasons)
        .doesNotContainAnyElementsOf(gates);
  }

  private RecallView.State correct(Entity replacement) throws ExchangeException {
    return story.recall(item, RecallAction.CORRECT, replacement);
  }

  /// What Venezuela's core would not send, sent all the same.
  private void lie(Entity replacement) throws Exception {
    Basis basis = new Basis.Humanitarian(new CaseReference("CASO-2026-0001"), "Ley inventada");
    Body correction = new ItemBody.Recall(item, RecallAction.CORRECT, "x", List.of(replacement));
    Forged.dispatch(ve, co, basis, correction, AgencyKind.POLICE);
    // Before a word of Colombia's can hold it back at Venezuela's own core.
    boolean left = false;
    while (federation.deliver(ve, co)) {
      left = true;
    }
    assertThat(left).isTrue();
    federation.settle();
  }

  private static Entity corrected(String name, String born) {
    return People.person("any", name, born, Long.parseLong(NUMBER));
  }

  private static Entity only(Entity entity, Property property) {
    return new Entity(
        new EntityId("only"),
        entity.schema(),
        entity.statements().stream().filter(one -> one.property().equals(property)).toList());
  }

  private static void refused(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ExchangeException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
