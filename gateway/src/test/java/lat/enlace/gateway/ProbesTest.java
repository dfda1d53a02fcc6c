// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import lat.enlace.model.entity.EntityQuestion;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Provenance;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbesTest {
  private static final Provenance ASKER = Provenance.record("asker", Instant.EPOCH);

  @Test
  void read_passesOverUnknownColumnsAndEmptyCells() throws Exception {
    List<EntityQuestion> questions =
        read(
            "id,schema,name,birthDate,is_match,country\nq 1/a,,Ana Ejemplo,,true,\nq2,Dragon,X,,,\n");
    assertThat(questions).extracting(EntityQuestion::id).containsExactly("q 1/a", "q2");
    assertThat(questions).extracting(EntityQuestion::schema).containsOnly(Schema.LEGAL_ENTITY);
    assertThat(questions.getFirst().statements())
        .extracting(Statement::value)
        .containsExactly("Ana Ejemplo");
  }

  @Test
  void read_keepsOrderAndRepeatedIdentifiers() throws Exception {
    assertThat(read("id,name\nq,Ana\nq,Luis\nq,Ana\n")).hasSize(3);
  }

  @Test
  void read_acceptsAQuestionWithoutAnyValue() throws Exception {
    assertThat(read("id,name\nq,\n").getFirst().statements()).isEmpty();
  }

  @Test
  void open_fillsRowsThatEndEarlyAndSaysSo() throws Exception {
    Source.Part part = part("id,name,birthDate,country\nq1,Ana\nq2,Luis,1980-01-01,CO\n");
    try (Questions questions = Probes.open(part, ASKER)) {
      assertThat(questions.next().orElseThrow().statements())
          .extracting(Statement::value)
          .containsExactly("Ana");
      assertThat(questions.next().orElseThrow().statements()).hasSize(3);
      assertThat(questions.next()).isEmpty();
      assertThat(questions.warnings())
          .extracting(ImportWarning::code)
          .containsExactly(ImportWarning.Code.SHORT_ROW);
    }
  }

  @Test
  void read_readsFollowTheMoneyLines() throws Exception {
    List<EntityQuestion> questions =
        read("{\"id\":\"q\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Ana\"]}}\n");
    assertThat(questions.getFirst().schema()).isEqualTo(Schema.PERSON);
    assertThat(questions.getFirst().statements().getFirst().property()).isEqualTo(Property.NAME);
  }

  @Test
  void read_readsValuesBesideTheIdentifier() throws Exception {
    List<EntityQuestion> questions =
        read(
            "{\"id\":7,\"name\":\"Ana\",\"alias\":[\"A\",\"B\",3],\"truth\":{\"x\":[1]},\"n\":4}\n");
    assertThat(questions.getFirst().id()).isEqualTo("7");
    assertThat(questions.getFirst().statements())
        .extracting(Statement::value)
        .containsExactly("Ana", "A", "B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,name\n,Ana\n",
        "name\nAna\n",
        "{\"name\":\"Ana\"}\n",
        "id,name\nq,Ana,more\n",
        "<CONSOLIDATED_LIST/>",
        "",
        "[]"
      })
  void read_refusesWhatIsNoFileOfQuestions(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(GatewayException.class)
        .hasMessageNotContaining("Ana");
  }

  private static List<EntityQuestion> read(String text) throws GatewayException {
    return Probes.read(part(text), ASKER);
  }

  private static Source.Part part(String text) {
    return FileParts.part("probes", text.getBytes(StandardCharsets.UTF_8));
  }
}
