// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lat.enlace.model.DataCategory;
import lat.enlace.model.EntityId;
import lat.enlace.model.Grading;
import lat.enlace.model.Ground;
import lat.enlace.model.InformationGrade;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.SourceGrade;
import lat.enlace.model.StatementKind;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.dispatch.QuestionBounds.Excess;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionBoundsTest {
  private static final Statement NAME = value(Property.NAME, "Ana Ejemplo Prueba");

  private static Statement value(Property property, String value) {
    return new Statement(
        property,
        value,
        StatementKind.FACT,
        new Grading(SourceGrade.B, InformationGrade.CORROBORATED),
        "unidad",
        Instant.parse("2026-01-15T12:00:00Z"));
  }

  private static Entity subject(Stream<Statement> more) {
    return new Entity(
        new EntityId("probe"), Schema.PERSON, Stream.concat(Stream.of(NAME), more).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1980", "1980-02", "1980-02-03", "2024-02-29"})
  void excess_passesAnIsoDate(String date) {
    assertThat(QuestionBounds.excess(subject(Stream.of(value(Property.BIRTH_DATE, date)))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "03/02/1980",
        "3 Feb 1980",
        "19800203",
        "1980-2-3",
        "1980-13",
        "2023-02-29",
        "between 1970 and 1990",
        "1980-02-03T00:00:00",
        "c. 1980"
      })
  void excess_tellsAnyOtherDate(String date) {
    assertThat(QuestionBounds.excess(subject(Stream.of(value(Property.BIRTH_DATE, date)))))
        .contains(Excess.BIRTH_DATE_FORM);
  }

  @Test
  void excess_tellsListsOfGuesses() {
    assertThat(
            QuestionBounds.excess(
                subject(
                    Stream.of("1980-02-03", "1980-02-04").map(d -> value(Property.BIRTH_DATE, d)))))
        .contains(Excess.BIRTH_DATES);
    assertThat(QuestionBounds.excess(subject(Collections.nCopies(8, NAME).stream())))
        .contains(Excess.NAMES);
    assertThat(
            QuestionBounds.excess(
                subject(
                    Stream.of("1", "2", "3", "4").map(n -> value(Property.ID_NUMBER, "10" + n)))))
        .contains(Excess.VALUES);
    assertThat(
            QuestionBounds.excess(
                subject(
                    Stream.iterate(0, i -> i + 1)
                        .limit(24)
                        .map(i -> value(new Property("other" + (char) ('a' + i)), "x")))))
        .contains(Excess.STATEMENTS);
  }

  @Test
  void question_refusesWhatGoesTooFar() {
    Entity subject = subject(Stream.of(value(Property.BIRTH_DATE, "03/02/1980")));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new HitBody.Question(
                subject,
                SubjectCategory.SUSPECT_COMMITTED,
                ProceduralStage.CHARGED,
                Set.of(Ground.EVIDENCE),
                Set.of(DataCategory.IDENTITY),
                "motivo"))
        .withMessage(Excess.BIRTH_DATE_FORM.rule());
    assertThat(List.of(Excess.values())).allMatch(excess -> !excess.rule().isBlank());
  }
}
