// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.model.ClauseId;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.Language;
import lat.enlace.model.StateCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class InstrumentReaderTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"co-ve", "co-ec", "co-br"})
  void read_acceptsTheSampleAgreements(String name) throws Exception {
    Instrument instrument = SampleInstruments.read(name);

    assertThat(instrument.id().value()).isEqualTo(name + "-2026-cooperation");
    assertThat(instrument.parties()).hasSize(2);
    assertThat(instrument.parties().getFirst().rootKeys()).hasSize(2);
    assertThat(instrument.heading().title().values().keySet()).containsOnly(Language.values());
    assertThat(instrument.terms().offences()).hasSize(4);
    assertThat(instrument.lifetime().confidence().initial()).isEqualTo(ConfidenceLevel.HIT_NO_HIT);
    assertThat(instrument.authorities(new StateCode("CO"), AuthorityRole.JUDGE)).hasSize(1);
  }

  @Test
  void read_keepsWhatLooksLikeANumberAsWritten() throws Exception {
    Instrument instrument = SampleInstruments.read("co-ve");

    assertThat(instrument.terms().offences().getFirst().code().value()).isEqualTo("0601");
  }

  @Test
  void read_tiesEveryClauseToAnArticle() throws Exception {
    Instrument instrument = SampleInstruments.read("co-br");

    List<ClauseId> articles = instrument.articles().stream().map(Article::clause).toList();
    assertThat(articles)
        .containsAll(instrument.terms().exchanges().stream().map(ExchangeRule::clause).toList());
    assertThat(articles)
        .containsAll(instrument.terms().rights().stream().map(RightsClause::clause).toList());
  }

  static List<Path> refused() throws IOException {
    try (Stream<Path> files =
        Files.list(SampleInstruments.folder("vectors/instrument/agreement/refused"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void read_refuses(Path vector) throws Exception {
    JsonNode mutation = JSON.readTree(Files.readString(vector));
    String good = SampleInstruments.text("co-ve").value();
    String find = mutation.get("find").asString();
    int at = good.indexOf(find);
    assertThat(at).as("the vector changes something").isNotNegative();
    String bad =
        good.substring(0, at) + mutation.get("put").asString() + good.substring(at + find.length());

    InstrumentException refusal =
        catchThrowableOfType(
            InstrumentException.class, () -> InstrumentReader.read(new InstrumentText(bad)));

    assertThat(refusal).as("it is refused").isNotNull();
    assertThat(refusal.code()).isEqualTo(InstrumentException.Code.TEXT);
    assertThat(SampleInstruments.brief(refusal.problems()))
        .contains(mutation.get("code").asString() + " " + mutation.get("path").asString());
    assertThat(refusal.problems())
        .allSatisfy(problem -> assertThat(problem.advice()).isNotBlank())
        .allSatisfy(problem -> assertThat(problem.line()).isPositive());
  }

  @Test
  void read_tellsAllProblemsAtOnceInTheOrderOfTheText() throws Exception {
    String bad =
        SampleInstruments.text("co-ve")
            .value()
            .replace("version: 1", "version: none")
            .replace("quota-per-day: 200", "quota-per-day: many")
            .replace("afterwards: contact", "afterwards: never");

    InstrumentException refusal =
        catchThrowableOfType(
            InstrumentException.class, () -> InstrumentReader.read(new InstrumentText(bad)));

    assertThat(SampleInstruments.brief(refusal.problems()))
        .containsExactly(
            "VALUE version", "VALUE exchanges[0].quota-per-day", "VALUE review.afterwards");
  }

  @Test
  void read_tellsLineAndColumn() throws Exception {
    String good = SampleInstruments.text("co-ve").value();
    String bad = good.replace("version: 1", "version: none");
    int line = good.substring(0, good.indexOf("version: 1")).split("\n", -1).length;

    InstrumentException refusal =
        catchThrowableOfType(
            InstrumentException.class, () -> InstrumentReader.read(new InstrumentText(bad)));

    assertThat(refusal.problems().getFirst().line()).isEqualTo(line);
    assertThat(refusal.problems().getFirst().column()).isEqualTo("version: ".length() + 1);
  }

  @Test
  void read_refusesDeepNesting() {
    String deep = "format: " + "[".repeat(5000) + "]".repeat(5000) + "\n";

    assertThatThrownBy(() -> InstrumentReader.read(new InstrumentText(deep)))
        .isInstanceOfSatisfying(
            InstrumentException.class,
            refusal ->
                assertThat(refusal.problems().getFirst().code()).isEqualTo(Problem.Code.TOO_LARGE));
  }

  @Test
  void read_refusesAnAliasBomb() {
    String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";

    assertThatThrownBy(() -> InstrumentReader.read(new InstrumentText(bomb)))
        .isInstanceOfSatisfying(
            InstrumentException.class,
            refusal ->
                assertThat(refusal.problems().getFirst().code()).isEqualTo(Problem.Code.SYNTAX));
  }

  @Test
  void read_refusesAnEmptyText() {
    assertThatThrownBy(() -> InstrumentReader.read(new InstrumentText("\n")))
        .isInstanceOf(InstrumentException.class);
  }

  @Test
  void text_refusesATabWithItsPlace() {
    assertThatThrownBy(() -> InstrumentText.of(Bytes.utf8("a: 1\nb:\t2\n")))
        .isInstanceOfSatisfying(
            InstrumentException.class,
            refusal -> {
              assertThat(refusal.problems().getFirst().line()).isEqualTo(2);
              assertThat(refusal.problems().getFirst().column()).isEqualTo(3);
            });
  }

  @ParameterizedTest
  @ValueSource(chars = {'\uFEFF', '\u200B', '\u00AD', '\u202E', '\u0085'})
  void text_refusesWhatShowsNothing(char hidden) {
    assertThatThrownBy(() -> InstrumentText.of(Bytes.utf8("a: 1\n" + hidden + "b: 2\n")))
        .isInstanceOfSatisfying(
            InstrumentException.class,
            e -> {
              Problem problem = e.problems().getFirst();
              assertThat(problem.code()).isEqualTo(Problem.Code.CHARACTERS);
              assertThat(problem.line()).isEqualTo(2);
              assertThat(problem.column()).isEqualTo(1);
            });
  }

  @Test
  void text_refusesWhatIsNotUtf8() {
    assertThatThrownBy(() -> InstrumentText.of(Bytes.of('a', 0xe9, '\n')))
        .isInstanceOf(InstrumentException.class);
  }

  @Test
  void text_refusesMoreThanHalfAMebibyte() {
    Bytes large = Bytes.utf8("a".repeat(InstrumentText.MAX_BYTES) + "\n");

    assertThatThrownBy(() -> InstrumentText.of(large)).isInstanceOf(InstrumentException.class);
  }
}
