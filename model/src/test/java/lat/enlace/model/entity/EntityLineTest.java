// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lat.enlace.model.EntityId;
import lat.enlace.model.Grading;
import lat.enlace.model.InformationGrade;
import lat.enlace.model.SourceGrade;
import lat.enlace.model.StatementKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityLineTest {
  private static final Provenance FALLBACK =
      Provenance.claim("invented list", Instant.parse("2026-11-21T00:00:00Z"));
  private static final EntityReader READER = new EntityReader(FALLBACK);

  @Test
  void read_givesTheFallbackToBareValues() throws Exception {
    Entity entity =
        known("{\"id\":\"p-1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Ana\"]}}");
    assertThat(entity.statements()).containsExactly(FALLBACK.states(Property.NAME, "Ana"));
  }

  @Test
  void read_keepsDatasetsAndFirstSeen() throws Exception {
    Entity entity =
        known(
            "{\"id\":\"p-1\",\"schema\":\"Person\",\"datasets\":[\"a\",\"b\"],"
                + "\"first_seen\":\"2020-01-02T03:04:05\",\"properties\":{\"name\":\"Ana\"}}");
    Statement statement = entity.statements().getFirst();
    assertThat(statement.source()).isEqualTo("a, b");
    assertThat(statement.since()).isEqualTo(Instant.parse("2020-01-02T03:04:05Z"));
  }

  @Test
  void read_carriesOtherSchemasWordForWord() throws Exception {
    String line = "{\"id\":\"o/1\", \"schema\":\"Ownership\",\"properties\":{\"owner\":[{}]}}";
    String flat = line.replace("{}", "\"p-1\"");
    assertThat(READER.read(flat)).isEqualTo(new EntityLine.Foreign("o/1", "Ownership", flat));
  }

  @Test
  void read_cutsLongValuesWithoutLosingAny() throws Exception {
    String text = "Ana Ejemplo ".repeat(1000).strip();
    Entity entity =
        known(
            "{\"id\":\"p-1\",\"schema\":\"Person\",\"properties\":{\"notes\":[\"" + text + "\"]}}");
    assertThat(entity.statements()).hasSizeGreaterThan(2);
    assertThat(String.join("", entity.values(Property.NOTES))).isEqualTo(text);
  }

  @ParameterizedTest
  @EnumSource
  void write_isReadBackAsWritten(EntityWriter.Form form) throws Exception {
    EntityWriter writer = new EntityWriter(form);
    for (int seed = 0; seed < 300; seed++) {
      Entity entity = invented(new Random(seed));
      Entity back = known(writer.line(entity));
      assertThat(back.id()).isEqualTo(entity.id());
      assertThat(back.schema()).isEqualTo(entity.schema());
      switch (form) {
        case STATEMENTS -> assertThat(back).isEqualTo(entity);
        case PLAIN ->
            assertThat(back.statements())
                .allSatisfy(statement ->
                    assertThat(entity.values(statement.property())).contains(statement.value()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"Ana Ejemplo", "{\"Ana\":", "{\"id\":\"Ana Ejemplo\"}", "[\"Ana\"]"})
  void read_repeatsNothingOfWhatItRefuses(String line) {
    assertThatThrownBy(() -> READER.read(line))
        .isInstanceOf(EntityFormatException.class)
        .hasNoCause()
        .hasMessageNotContaining("Ana");
  }

  @Test
  void read_rejectsALineAboveTheLimit() {
    String line =
        "{\"id\":\"p-1\",\"schema\":\"Person\",\"properties\":{\"notes\":[\""
            + "a".repeat(EntityReader.MAX_LINE)
            + "\"]}}";
    assertThatThrownBy(() -> READER.read(line))
        .isInstanceOfSatisfying(
            EntityFormatException.class,
            e -> assertThat(e.code()).isEqualTo(EntityFormatException.Code.TOO_LONG));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "a b", "ñ", "a_b", "a-b", "name\n"})
  void property_rejectsNamesOutsideTheForm(String name) {
    assertThat(Property.isName(name)).isFalse();
    assertThatThrownBy(() -> new Property(name)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Property.isName("a" + "9Z".repeat(31) + "z")).isTrue();
    assertThat(Property.isName("a".repeat(65))).isFalse();
  }

  @Test
  void toString_showsNothingOfTheEntity() throws Exception {
    String line = "{\"id\":\"p-1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Ana\"]}}";
    assertThat(READER.read(line).toString()).doesNotContain("Ana").doesNotContain("p-1");
    assertThat(READER.read(line.replace("Person", "Family")).toString()).doesNotContain("Ana");
    assertThat(READER.readQuestion(line).toString()).doesNotContain("Ana");
    assertThat(known(line).statements().toString()).doesNotContain("Ana");
  }

  private static Entity known(String line) throws EntityFormatException {
    return switch (READER.read(line)) {
      case EntityLine.Known known -> known.entity();
      case EntityLine.Foreign foreign -> throw new AssertionError("carried " + foreign.schema());
    };
  }

  private static Entity invented(Random random) {
    List<Statement> statements = new ArrayList<>();
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      statements.add(
          new Statement(
              new Property("p" + random.nextInt(4)),
              text(random),
              pick(StatementKind.values(), random),
              new Grading(
                  pick(SourceGrade.values(), random), pick(InformationGrade.values(), random)),
              "source " + random.nextInt(3),
              Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000))));
    }
    return new Entity(
        new EntityId("e-" + random.nextInt(1000)), pick(Schema.values(), random), statements);
  }

  /// Any well-formed text, control characters other than NUL included.
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(30);
    while (text.length() < length) {
      int c = 1 + random.nextInt(random.nextBoolean() ? 0x7f : Character.MAX_CODE_POINT);
      if (Character.getType(c) != Character.SURROGATE) {
        text.appendCodePoint(c);
      }
    }
    return text.toString();
  }

  private static <T> T pick(T[] values, Random random) {
    return values[random.nextInt(values.length)];
  }
}
