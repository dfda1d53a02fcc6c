// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.matching.Candidate;
import lat.enlace.matching.ComparedFeature;
import lat.enlace.matching.HoldingsIndex;
import lat.enlace.matching.Outcome;
import lat.enlace.matching.Probe;
import lat.enlace.matching.SearchOptions;
import lat.enlace.matching.Strength;
import lat.enlace.model.Agreement;
import lat.enlace.model.EntityId;
import lat.enlace.model.Grading;
import lat.enlace.model.StatementKind;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;
import org.junit.jupiter.api.Test;

class MemoryIndexTest {
  private final Algo1 algorithm = new Algo1();
  private final HoldingsIndex index = algorithm.newIndex();

  private static Entity person(String id, String... propertiesAndValues) {
    List<Statement> statements = new ArrayList<>();
    for (int i = 0; i < propertiesAndValues.length; i += 2) {
      statements.add(
          new Statement(
              new Property(propertiesAndValues[i]),
              propertiesAndValues[i + 1],
              StatementKind.FACT,
              Grading.UNASSESSED,
              "test",
              Instant.EPOCH));
    }
    return new Entity(new EntityId(id), Schema.PERSON, statements);
  }

  private List<Candidate> search(String... propertiesAndValues) {
    return index.search(Probe.of(person("probe", propertiesAndValues)), algorithm.screening());
  }

  @Test
  void search_findsMisspeltReorderedAndShortenedNames() {
    index.put(person("p1", "name", "Zoraida Ejemplo Quintanilla"));
    index.put(person("p2", "name", "Baltasar Inventado Ruiz"));
    for (String name :
        List.of(
            "Zoraida Ejenplo Quintanilla",
            "EJEMPLO QUINTANILLA, Zoraida",
            "Soraida Ejemplo",
            "Quintanilla Ejemplo Zoraida")) {
      assertThat(search("name", name)).extracting(c -> c.id().value()).containsExactly("p1");
    }
  }

  @Test
  void search_neverCallsANameAloneStrong() {
    index.put(person("p1", "name", "Zoraida Ejemplo Quintanilla", "birthDate", "1970-02-03"));
    assertThat(search("name", "Zoraida Ejemplo Quintanilla"))
        .extracting(Candidate::strength)
        .containsExactly(Strength.WEAK);
    assertThat(search("name", "Zoraida Ejemplo Quintanilla", "birthDate", "3 de febrero de 1970"))
        .extracting(Candidate::strength)
        .containsExactly(Strength.STRONG);
  }

  @Test
  void search_doesNotLiftUnlikeNamesByEqualBirthDates() {
    index.put(person("p1", "name", "Zoraida Ejemplo Quintanilla", "birthDate", "1970-02-03"));
    assertThat(search("name", "Baltasar Inventado Ruiz", "birthDate", "1970-02-03")).isEmpty();
  }

  @Test
  void search_findsByNumberWhateverTheName() {
    index.put(person("p1", "name", "Zoraida Ejemplo", "idNumber", "V-12.345.678"));
    List<Candidate> found = search("name", "Otra Persona", "idNumber", "12345678");
    assertThat(found).extracting(c -> c.id().value()).containsExactly("p1");
    assertThat(found.getFirst().agreements())
        .containsEntry(ComparedFeature.IDENTIFIER, Agreement.AGREES);
  }

  @Test
  void agreements_hideThatANumberDiffers() {
    index.put(person("p1", "name", "Zoraida Ejemplo Quintanilla", "idNumber", "12345678"));
    List<Candidate> found = search("name", "Zoraida Ejemplo Quintanilla", "idNumber", "12345679");
    assertThat(found.getFirst().agreements())
        .containsEntry(ComparedFeature.IDENTIFIER, Agreement.NOT_COMPARED);
  }

  @Test
  void withdraw_leavesNothingToFind() {
    index.put(person("p1", "name", "Zoraida Ejemplo Quintanilla"));
    assertThat(index.withdraw(new EntityId("p1"))).isTrue();
    assertThat(index.withdraw(new EntityId("p1"))).isFalse();
    assertThat(index.size()).isZero();
    assertThat(search("name", "Zoraida Ejemplo Quintanilla")).isEmpty();
  }

  @Test
  void put_replacesWhatWasHeldUnderTheSameId() {
    index.put(person("p1", "name", "Zoraida Ejemplo Quintanilla"));
    index.put(person("p1", "name", "Baltasar Inventado Ruiz"));
    assertThat(index.size()).isEqualTo(1);
    assertThat(search("name", "Zoraida Ejemplo Quintanilla")).isEmpty();
    assertThat(search("name", "Baltasar Inventado Ruiz")).hasSize(1);
  }

  @Test
  void search_takesAnyText() {
    index.put(person("p1", "name", "Zoraida Ejemplo Quintanilla"));
    for (String text :
        List.of(
            " ",
            "x",
            ",",
            "🙂🙂",
            "\u202Eadiaroz\u202C",
            "\uD800",
            "a".repeat(10_000),
            "ab ".repeat(3_000),
            "Zoraida\u200B Ejеmplo Quintanilla")) {
      Outcome outcome =
          index.ask(
              new Probe(Schema.LEGAL_ENTITY, List.of(new Probe.Field(Property.NAME, text))),
              new SearchOptions(5, 0.5));
      assertThat(outcome).isNotNull();
    }
    assertThat(search("name", "Zoraida\u200B Ejеmplo Quintanilla")).hasSize(1);
  }
}
