// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.item.ItemRow;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Stored;
import lat.enlace.ledger.LogReader;
import lat.enlace.model.ActionCode;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.ItemId;
import lat.enlace.model.RecallAction;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.entity.Entity;
import lat.enlace.testkit.people.People;
import org.junit.jupiter.api.Test;

/// Where one guard holds only because another stands before it, and the other is away (invariants
/// I3, I6, I8, I10 and I13).
class NearMissesTest {
  /// Salts that repeat would show which entries say the same, and which say nothing.
  @Test
  void i3_noTwoEntriesOfAnyLogAreAlike() throws Exception {
    Story story = Story.begin(62);
    story.read(story.disclose());
    for (TestNode node : List.of(story.federation().co(), story.federation().ve())) {
      long size = node.core().records().head().size();
      assertThat(new LogReader(node.log()).at(size).entries(0, size))
          .hasSizeGreaterThan(8)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void i3_nothingThatIsShownTellsAPersonInItsText() throws Exception {
    Story story = Story.begin(62);
    TestNode co = story.federation().co();
    TestNode ve = story.federation().ve();
    var item = story.disclose();
    story.followUp();
    var second = story.desk().getFirst().id();
    String items =
        co.store()
            .read(view -> view.scan(Store.Space.ITEM, "", "", 9).stream())
            .map(row -> Stored.read(row.value(), ItemRow.class).toString())
            .collect(Collectors.joining());
    assertThat(items).isNotEmpty();
    assertThat(
            List.of(
                items,
                story.read(item),
                ve.core().holding().compare(ve.duty(), second),
                Forms.suspect(Story.HELD),
                Story.HELD,
                Story.HELD.statements()))
        .extracting(Object::toString)
        .noneMatch(text -> text.contains("Ejemplo") || text.contains("4711"))
        .noneMatch(text -> text.contains("1980-02-03"));
  }

  @Test
  void i6_oneIndexInTwoLogsIsTwoDispatches() throws Exception {
    Federation federation = Federation.ofThree(62);
    TestNode co = federation.co();
    AskedQuestion first = askedOf(co, federation.ve());
    AskedQuestion second = askedOf(co, federation.ec());
    assertThat(federation.ve().core().records().indexesOf(first.id()))
        .isEqualTo(federation.ec().core().records().indexesOf(second.id()));
    federation.settle();
    assertThat(now(federation.ve(), first)).isEqualTo(State.NO_HIT);
    assertThat(now(federation.ec(), second)).isEqualTo(State.NO_HIT);
  }

  private static AskedQuestion askedOf(TestNode partner, TestNode asker) throws Exception {
    return asker
        .core()
        .asking()
        .ask(asker.analyst(), Forms.lawful(Story.PROBE, partner))
        .getFirst();
  }

  private static State now(TestNode asker, AskedQuestion asked) throws Exception {
    return asker.core().asking().question(asker.analyst(), asked.id()).state();
  }

  @Test
  void i8_aRecallNarrowsWhatAnInstrumentLeavesWide() throws Exception {
    Story story = Story.begin(62);
    InvariantSteps.agree(story, "codes: [H1, H2], action: P1", "codes: [H1], action: P3");
    TestNode ve = story.federation().ve();
    ItemId item = story.disclose();
    assertThat(story.read(item).handling().codes()).doesNotContain(HandlingCode.H2);
    ve.core().recalling().recall(ve.duty(), item, RecallAction.NARROW, "error", List.of());
    story.federation().settle();
    var narrowed = story.read(item).handling();
    assertThat(narrowed.codes()).contains(HandlingCode.H0, HandlingCode.H1, HandlingCode.H2);
    assertThat(narrowed.action()).isEqualTo(ActionCode.P1);
  }

  @Test
  void i10_ofManyPutAtOnceEachIsLookedAt() throws Exception {
    TestNode ve = new Story(Federation.ofThree(62)).federation().ve();
    var suspect = Forms.suspect(People.any(3));
    var victim = InvariantSteps.subject(People.any(4), SubjectCategory.VICTIM);
    assertThatThrownBy(() -> ve.core().holdings().putAll(ve.analyst(), List.of(suspect, victim)))
        .isInstanceOfSatisfying(
            ExchangeException.class,
            e -> assertThat(e.code()).isEqualTo(ExchangeException.Code.NOT_INDEXABLE));
    assertThat(ve.core().holdings().counts().subjects()).isZero();
  }

  /// Whoever was let in while a clock ran years ahead is as young as the right clock says.
  @Test
  void i10_aMinorWhoIsHeldAllTheSameIsNotTold() throws Exception {
    assertThat(askedAboutOneHeld("1980-05-12")).isEqualTo(State.HIT);
    assertThat(askedAboutOneHeld("2012-05-12")).isEqualTo(State.NO_HIT);
  }

  private static State askedAboutOneHeld(String born) throws Exception {
    Story story = new Story(Federation.ofThree(62));
    TestNode ve = story.federation().ve();
    ve.clock().skew(Duration.ofDays(3650));
    Entity held = People.person("ve-3", "Luis Ejemplo Nadie", born, 815);
    ve.core().holdings().put(ve.analyst(), Forms.suspect(held));
    ve.clock().skew(Duration.ZERO);
    return outcome(story, People.person("p", "Luis Ejemplo Nadie", "", 815));
  }

  /// The record found is not sealed, but whom the question means may be.
  @Test
  void i13_aProbeThatMeetsASealedPersonMeetsNobodyElseEither() throws Exception {
    assertThat(askedBesideSealed("Otra Persona")).isEqualTo(State.HIT);
    assertThat(askedBesideSealed("Prueba Nadie")).isEqualTo(State.NO_HIT);
  }

  /// Nobody trawls with names: a weak candidate is told to who knows more than the name.
  @Test
  void i13_aNameAloneIsToldNothing() throws Exception {
    assertThat(outcome(Story.begin(62), People.person("p", "Ana Ejemplo Prueba", "", 0)))
        .isEqualTo(State.NO_HIT);
    assertThat(outcome(Story.begin(62), People.person("p", "Ana Ejemplo Prueba", "1950", 4712)))
        .isEqualTo(State.NO_HIT);
    assertThat(outcome(Story.begin(62), People.person("p", "Ana Ejemplo Prueba", "", 4711)))
        .isEqualTo(State.HIT);
  }

  private static State askedBesideSealed(String sealed) throws Exception {
    Story story = new Story(Federation.ofThree(62));
    TestNode ve = story.federation().ve();
    Entity held = People.person("ve-4", "Ana Ejemplo", "1980-02-03", 0);
    ve.core().holdings().put(ve.analyst(), Forms.suspect(held));
    ve.core().holdings().protect(ve.rights(), People.person("s", sealed, "", 0));
    return outcome(story, People.person("p", "Ana Ejemplo Prueba Nadie", "1980-02-03", 0));
  }

  private static State outcome(Story story, Entity probe) throws Exception {
    TestNode co = story.federation().co();
    AskedQuestion asked =
        co.core()
            .asking()
            .ask(co.analyst(), Forms.lawful(probe, story.federation().ve()))
            .getFirst();
    story.federation().settle();
    return story.now(asked).state();
  }
}
