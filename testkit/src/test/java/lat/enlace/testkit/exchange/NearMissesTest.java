// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.AskedQuestion.State;
import lat.enlace.ledger.LogReader;
import lat.enlace.model.entity.Entity;
import lat.enlace.testkit.people.People;
import org.junit.jupiter.api.Test;

/// Where one guard holds only because another stands before it, and the other is away (invariants
/// I3, I6, I10 and I13).
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
