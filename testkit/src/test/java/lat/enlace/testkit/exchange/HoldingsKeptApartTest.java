// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static lat.enlace.testkit.exchange.InvariantSteps.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.ExchangeException.Code;
import lat.enlace.exchange.Holdings;
import lat.enlace.exchange.Holdings.CaseSubject;
import lat.enlace.exchange.Holdings.ClaimList;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.CaseReference;
import lat.enlace.model.EntityId;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Statement;
import lat.enlace.testkit.people.People;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Ids of files mean nothing across files: what one brings takes nothing of what another brought.
class HoldingsKeptApartTest {
  private static final String WHY = "motivo inventado";

  private Story story;
  private TestNode ve;

  @BeforeEach
  void aSubjectIsHeld() throws Exception {
    story = Story.begin(70);
    ve = story.federation().ve();
  }

  private Holdings holdings() {
    return ve.core().holdings();
  }

  @Test
  void question_hitsWhereNobodyIsSealed() throws Exception {
    assertThat(asked()).isEqualTo(State.HIT);
  }

  @Test
  void seal_keepsWhoWasSealedBeforeUnderTheSameId() throws Exception {
    for (ConcealedFact why : ConcealedFact.values()) {
      holdings().seal(ve.rights(), why, List.of(under("1", Story.HELD)));
      holdings().seal(ve.rights(), why, List.of(under("1", People.any(7))));
    }
    assertThat(holdings().counts()).isEqualTo(new Holdings.Counts(1, 0, 2, 2));
    assertThat(asked()).isEqualTo(State.NO_HIT);
    restart();
    assertThat(holdings().counts()).isEqualTo(new Holdings.Counts(1, 0, 2, 2));
    assertThat(asked()).isEqualTo(State.NO_HIT);
  }

  @Test
  void seal_ofTheSameFileOnAnotherDayIsOneRecord() throws Exception {
    holdings().protect(ve.rights(), Story.HELD);
    story.federation().world().pass(Duration.ofDays(1));
    List<Statement> later =
        Story.HELD.statements().stream()
            .map(one ->
                new Statement(
                    one.property(),
                    one.value(),
                    one.kind(),
                    one.grading(),
                    "otra oficina",
                    one.since().plus(Duration.ofDays(1))))
            .toList();
    holdings()
        .protect(ve.rights(), new Entity(Story.HELD.id(), Story.HELD.schema(), later.reversed()));
    assertThat(holdings().counts().protectedPersons()).isEqualTo(1);
    restart();
    assertThat(holdings().counts().protectedPersons()).isEqualTo(1);
  }

  @Test
  void unseal_takesOffTheOneRecordAndNamesNobody() throws Exception {
    holdings().protect(ve.rights(), under("1", Story.HELD));
    holdings().protect(ve.rights(), under("1", People.any(7)));
    List<Holdings.SealedPerson> found = holdings().sealed(ve.rights(), Story.PROBE, WHY);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().person().id()).isEqualTo(new EntityId("1"));
    long entries = count(ve, EntryType.HOLDING);
    holdings().unseal(ve.rights(), found.getFirst().id(), WHY);
    assertThat(count(ve, EntryType.HOLDING)).isEqualTo(entries + 1);
    assertThat(asked()).isEqualTo(State.HIT);
    restart();
    assertThat(holdings().counts().protectedPersons()).isEqualTo(1);
    assertThat(asked()).isEqualTo(State.HIT);
    refused(Code.NOT_FOUND, () -> holdings().unseal(ve.rights(), found.getFirst().id(), WHY));
  }

  @Test
  void sealedList_isLookedIntoAndTakenFromByTheRightsOfficerAloneForAReason() throws Exception {
    holdings().protect(ve.rights(), Story.HELD);
    EntityId id = holdings().sealed(ve.rights(), Story.PROBE, WHY).getFirst().id();
    for (var other : List.of(ve.analyst(), ve.duty(), ve.authority(), ve.operator())) {
      refused(Code.ROLE_MISSING, () -> holdings().sealed(other, Story.PROBE, WHY));
      refused(Code.ROLE_MISSING, () -> holdings().unseal(other, id, WHY));
    }
    refused(Code.INVALID_FORM, () -> holdings().sealed(ve.rights(), Story.PROBE, " "));
    refused(Code.INVALID_FORM, () -> holdings().unseal(ve.rights(), id, " "));
    long readings = count(ve, EntryType.READING);
    holdings().sealed(ve.rights(), People.any(8), WHY);
    assertThat(count(ve, EntryType.READING)).isEqualTo(readings + 1);
    assertThat(asked()).isEqualTo(State.NO_HIT);
  }

  @Test
  void list_isReplacedWholeByItsNewEdition() throws Exception {
    imported("Lista C", under("1", People.any(7)), under("2", People.any(8)));
    imported("Lista C", under("2", People.any(8)));
    assertThat(listsOf(People.any(7))).isEmpty();
    assertThat(listsOf(People.any(8))).containsExactly("Lista C");
    Instant imported = holdings().claimLists().getFirst().imported();
    restart();
    assertThat(listsOf(People.any(7))).isEmpty();
    assertThat(listsOf(People.any(8))).containsExactly("Lista C");
    assertThat(holdings().claimLists().getFirst().imported()).isEqualTo(imported);
  }

  @Test
  void lists_shareNoIdsAndNoNames() throws Exception {
    imported("a b", under("1", People.any(7)));
    imported("a_b", under("1", People.any(8)));
    for (int i = 0; i < 2; i++) {
      assertThat(holdings().claimLists())
          .extracting(ClaimList::name, ClaimList::entities)
          .containsExactly(tuple("a b", 1), tuple("a_b", 1));
      assertThat(listsOf(People.any(7))).containsExactly("a b");
      assertThat(listsOf(People.any(8))).containsExactly("a_b");
      restart();
    }
  }

  @Test
  void list_isWithdrawnWholeAndOnTheLedger() throws Exception {
    imported("a b", under("1", People.any(7)));
    imported("a_b", under("1", People.any(8)));
    long entries = count(ve, EntryType.HOLDING);
    holdings().withdrawClaims(ve.operator(), "a b", WHY);
    assertThat(count(ve, EntryType.HOLDING)).isEqualTo(entries + 1);
    for (int i = 0; i < 2; i++) {
      assertThat(holdings().claimLists()).extracting(ClaimList::name).containsExactly("a_b");
      assertThat(listsOf(People.any(7))).isEmpty();
      restart();
    }
    refused(Code.NOT_FOUND, () -> holdings().withdrawClaims(ve.operator(), "a b", WHY));
    refused(Code.INVALID_FORM, () -> holdings().importClaims(ve.operator(), "a_b", List.of()));
    refused(Code.ROLE_MISSING, () -> holdings().withdrawClaims(ve.rights(), "a_b", WHY));
  }

  @Test
  void put_losesNobodyToAKnownId() throws Exception {
    CaseSubject held = Forms.suspect(Story.HELD);
    CaseSubject another = Forms.suspect(under("ve-1", People.any(7)));
    CaseSubject otherCase =
        new CaseSubject(
            held.entity(),
            new CaseReference("EXP-2026-78"),
            held.offence(),
            held.category(),
            held.stage());
    CaseSubject fresh = Forms.suspect(People.any(9));
    for (CaseSubject taken : List.of(another, otherCase)) {
      assertThatThrownBy(() -> holdings().putAll(ve.analyst(), List.of(fresh, taken)))
          .isInstanceOfSatisfying(
              ExchangeException.class, e -> assertThat(e.code()).isEqualTo(Code.ID_TAKEN))
          .hasMessageContaining("record 2");
    }
    assertThat(holdings().counts().subjects()).isEqualTo(1);
    assertThat(asked()).isEqualTo(State.HIT);
  }

  @Test
  void put_correctsTheSameSubjectOfTheSameCase() throws Exception {
    Entity corrected = People.person("ve-1", "Ana Ejemplo Prueba", "1980-02-04", 4711);
    holdings().put(ve.analyst(), Forms.suspect(corrected));
    assertThat(holdings().counts().subjects()).isEqualTo(1);
  }

  private void imported(String list, Entity... entities) throws Exception {
    holdings().importClaims(ve.operator(), list, List.of(entities));
  }

  private List<String> listsOf(Entity person) throws Exception {
    return holdings().search(ve.analyst(), person, new CaseReference("C-1"), WHY).stream()
        .filter(found -> found.candidate().score().value() == 1.0)
        .map(Holdings.Found::list)
        .toList();
  }

  private State asked() throws Exception {
    AskedQuestion asked = story.ask();
    story.federation().settle();
    return story.now(asked).state();
  }

  private void restart() throws Exception {
    ve.crash(new SplittableRandom(1));
    ve.open();
  }

  private static Entity under(String id, Entity person) {
    return new Entity(new EntityId(id), person.schema(), person.statements());
  }

  private static void refused(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ExchangeException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
