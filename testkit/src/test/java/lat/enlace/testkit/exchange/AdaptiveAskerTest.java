// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.Officer;
import lat.enlace.matching.Candidate;
import lat.enlace.matching.HoldingsIndex;
import lat.enlace.matching.Probe;
import lat.enlace.matching.algo1.Algo1;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.Agreement;
import lat.enlace.model.FeatureName;
import lat.enlace.model.Ground;
import lat.enlace.model.Role;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.testkit.people.People;
import org.junit.jupiter.api.Test;

/// A partner who knows a name and asks until it knows the rest, a new case and a new agency each
/// time, on the real matching algorithm (docs/threat-model.md, "asks many variations").
class AdaptiveAskerTest {
  private static final LocalDate BORN = LocalDate.of(1971, 9, 23);
  private static final long DOCUMENT = 52_847_113;
  private static final Entity HELD =
      People.person("ve-1", "Ana Ejemplo Prueba", BORN.toString(), DOCUMENT);
  private static final List<String> NAMES =
      List.of(
          "Ana Ejemplo Prueba",
          "Ana Ejemplo",
          "Ejemplo Prueba, Ana",
          "Anna Egemplo Prueva",
          "A. Ejemplo Prueba",
          "Ana Sofía Ejemplo Prueba",
          "Ana Prueba Ejemplo",
          "Ana de Ejemplo y Prueba");

  @Test
  void adaptiveQuestions_learnNeitherDateNorNumber() throws Exception {
    int questions = Boolean.getBoolean("enlace.full") ? 1000 : 100;
    Story story = new Story(Federation.ofThree(31));
    TestNode ve = story.federation().ve();
    ve.crash(new SplittableRandom(1));
    ve.open(new Algo1());
    ve.core().holdings().put(ve.analyst(), Forms.suspect(HELD));
    Map<Entity, HitBody.Outcome> answered = new LinkedHashMap<>();
    SplittableRandom random = new SplittableRandom(31);
    int hits = 0;
    for (int i = 0; i < questions; i++) {
      Entity probe = probe(i, random);
      AskedQuestion asked = ask(story, probe, i);
      for (HitBody.Outcome outcome : asked.answer()) {
        hits += outcome instanceof HitBody.Outcome.Hit ? 1 : 0;
        answered.put(probe, outcome);
      }
    }
    assertThat(hits).isZero();
    assertThat(answered).hasSizeBetween(7, 100);
    assertThat(stillPossible(answered, random)).isGreaterThan(0.98);
  }

  @Test
  void whoKnowsNameAndYear_doesNotFindTheDayHoweverHeWritesTheName() throws Exception {
    int before = Boolean.getBoolean("enlace.full") ? 265 : 40;
    Story story = new Story(Federation.ofThree(33));
    TestNode ve = story.federation().ve();
    ve.crash(new SplittableRandom(1));
    ve.open(new Algo1());
    ve.core().holdings().put(ve.analyst(), Forms.suspect(HELD));
    int waiting = 0;
    for (int i = 0; i <= before; i++) {
      String day = BORN.minusDays(before - i).toString();
      AskedQuestion asked = ask(story, People.person("p" + i, written(i), day, 0), i);
      assertThat(asked.answer())
          .as("%s, %s", written(i), day)
          .noneMatch(HitBody.Outcome.Hit.class::isInstance);
      waiting += asked.answer().isEmpty() ? 1 : 0;
    }
    assertThat(waiting).isEqualTo(before + 1 - 12);
  }

  @Test
  void aNameBesideAnyYear_saysNothing() throws Exception {
    Story story = new Story(Federation.ofThree(35));
    TestNode ve = story.federation().ve();
    ve.crash(new SplittableRandom(1));
    ve.open(new Algo1());
    ve.core().holdings().put(ve.analyst(), Forms.suspect(HELD));
    List<String> dates = List.of("", "1950", "1950-03", "1971", "1971-09", "1950-03-17");
    for (int i = 0; i < dates.size(); i++) {
      Entity probe = People.person("p" + i, "Ana Ejemplo Prueba", dates.get(i), 0);
      assertThat(ask(story, probe, i).answer())
          .as(dates.get(i))
          .singleElement()
          .isInstanceOf(HitBody.Outcome.NoHit.class);
    }
  }

  @Test
  void aStrangersName_usesUpNoBudgetOfOthers() throws Exception {
    Story story = new Story(Federation.ofThree(34));
    TestNode ve = story.federation().ve();
    ve.crash(new SplittableRandom(1));
    ve.open(new Algo1());
    ve.core().holdings().put(ve.analyst(), Forms.suspect(HELD));
    for (int i = 0; i < 20; i++) {
      String other = "Baltasar Muestra " + (char) ('A' + i) + "ulanez";
      AskedQuestion asked = ask(story, People.person("p" + i, other, BORN.toString(), 0), i);
      assertThat(asked.answer()).singleElement().isInstanceOf(HitBody.Outcome.NoHit.class);
    }
  }

  // Titles and particles that fall away, a name more, a slip of the hand: each its own way.
  private static String written(int i) {
    List<String> words = List.of("Dr", "Sr", "don", "de", "la", "del", "Ing", "Gral", "Cap");
    StringBuilder name = new StringBuilder();
    for (int bit = 0; bit < words.size(); bit++) {
      if ((i >> bit & 1) == 1) {
        name.append(words.get(bit)).append(' ');
      }
    }
    return name
        + switch (i % 4) {
          case 0 -> "Ana Ejemplo Prueba";
          case 1 -> "Ana " + (char) ('B' + i % 20) + "eatriz Ejemplo Prueba";
          case 2 -> "Ana Ejem" + (char) ('b' + i % 20) + "plo Prueba";
          default -> "Anа Ejemplo Prueb" + (char) ('a' + i % 20);
        };
  }

  @Test
  void yearMonthAndNeighbours_saySameAsNothing() throws Exception {
    HoldingsIndex index = new Algo1().newIndex();
    index.put(HELD);
    for (String date : List.of("1971", "1971-09", "1972", "1903", "1971-10")) {
      assertThat(told(index, People.person("p", "Ana Ejemplo Prueba", date, 0)))
          .isEqualTo(told(index, People.person("p", "Ana Ejemplo Prueba", "1950", 0)));
    }
    for (String date : List.of("1971-09-24", "1971-09-13", "1972-09-23", "1917-09-23")) {
      assertThat(told(index, People.person("p", "Ana Ejemplo Prueba", date, 0)))
          .isEqualTo(told(index, People.person("p", "Ana Ejemplo Prueba", "1950-01-17", 0)));
    }
    assertThat(told(index, People.person("p", "Ana Ejemplo Otra", "", DOCUMENT + 5)))
        .isEqualTo(told(index, People.person("p", "Ana Ejemplo Otra", "", 99_999_999)));
  }

  private static AskedQuestion ask(Story story, Entity probe, int i) throws Exception {
    TestNode co = story.federation().co();
    Officer asker = co.officer("agencia" + i, AgencyKind.POLICE, "analista", Role.ANALYST);
    AskedQuestion asked =
        co.core()
            .asking()
            .ask(
                asker,
                Forms.about(
                    probe,
                    "CASO-2026-" + (1000 + i),
                    Set.of(Ground.EVIDENCE),
                    story.federation().ve()))
            .getFirst();
    story.federation().settle();
    return co.core().asking().question(asker, asked.id());
  }

  // Years first, then months, then days; numbers one slip from one another; other ways to write the
  // name.
  private static Entity probe(int i, SplittableRandom random) {
    String name = NAMES.get(i % NAMES.size());
    return switch (i % 4) {
      case 0 -> People.person("p" + i, name, Integer.toString(1940 + i % 65), 0);
      case 1 -> People.person("p" + i, name, "%d-%02d".formatted(1940 + i % 65, 1 + i % 12), 0);
      case 2 -> People.person("p" + i, name, anyDay(random).toString(), 0);
      default -> People.person("p" + i, name, "", 52_847_000 + random.nextInt(100_000));
    };
  }

  private static LocalDate anyDay(SplittableRandom random) {
    return LocalDate.of(1940, 1, 1).plusDays(random.nextInt(24_000));
  }

  // The share of birth dates under which every answer would have been the same.
  private static double stillPossible(
      Map<Entity, HitBody.Outcome> answered, SplittableRandom random) {
    HoldingsIndex real = new Algo1().newIndex();
    real.put(HELD);
    Map<Entity, List<String>> heard = new LinkedHashMap<>();
    answered.keySet().forEach(probe -> heard.put(probe, told(real, probe)));
    int samples = 200;
    int possible = 0;
    for (int i = 0; i < samples; i++) {
      HoldingsIndex index = new Algo1().newIndex();
      index.put(People.person("ve-1", "Ana Ejemplo Prueba", anyDay(random).toString(), DOCUMENT));
      boolean same =
          heard.entrySet().stream()
              .allMatch(one -> told(index, one.getKey()).equals(one.getValue()));
      possible += same ? 1 : 0;
    }
    return (double) possible / samples;
  }

  // What of a search could reach a partner.
  private static List<String> told(HoldingsIndex index, Entity probe) {
    List<String> words = new ArrayList<>();
    for (Candidate candidate :
        index.search(Probe.of(probe), new Algo1().screening().forPartner())) {
      words.add(candidate.strength() + " " + candidate.agreements());
    }
    return words;
  }

  @Test
  void equalDateAndNumber_agree() throws Exception {
    Story story = new Story(Federation.ofThree(32));
    TestNode ve = story.federation().ve();
    ve.crash(new SplittableRandom(1));
    ve.open(new Algo1());
    ve.core().holdings().put(ve.analyst(), Forms.suspect(HELD));
    AskedQuestion asked =
        ask(story, People.person("p", "Ana Ejemplo", BORN.toString(), DOCUMENT), 0);
    assertThat(asked.answer()).singleElement().isInstanceOf(HitBody.Outcome.Hit.class);
    var features =
        ((HitBody.Outcome.Hit) asked.answer().getFirst()).candidates().getFirst().features();
    assertThat(features)
        .containsEntry(FeatureName.BIRTH_DATE, Agreement.AGREES)
        .containsEntry(FeatureName.IDENTIFIER, Agreement.AGREES);
  }
}
