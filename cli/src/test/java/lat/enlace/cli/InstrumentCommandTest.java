// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lat.enlace.instrument.InstrumentTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A whole ceremony from the shell: keys, text, check, signatures, verification, decisions.
class InstrumentCommandTest {
  private static final Path ROOT = Path.of(System.getProperty("enlace.root", ".."));
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path draft = Path.of("");

  private int run(Object command, String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    line.setExecutionExceptionHandler((exception, failed, parsed) -> EnlaceMain.COULD_NOT);
    return line.execute(args);
  }

  private int instrument(String... args) {
    return run(new InstrumentCommand(), args);
  }

  private JsonNode json() {
    return JSON.readTree(out.toString());
  }

  @BeforeEach
  void meet() throws IOException {
    Map<String, String> values =
        new HashMap<>(Map.of("in-force.on", "2026-01-15", "review.by", "2030-01-15"));
    for (String state : List.of("co", "ve")) {
      int code =
          run(
              new KeysCommand(),
              "generate",
              "root",
              "--name",
              state + ".example/enlace/root",
              "--out",
              folder.resolve(state + ".key").toString());
      assertThat(code).isZero();
      List<String> keys = out.toString().lines().toList();
      values.put(state + ".node", state + ".example/enlace");
      values.put(state + ".root.ed25519", keys.get(0));
      values.put(state + ".root.ml-dsa-44", keys.get(1));
    }
    String template = Files.readString(ROOT.resolve("samples/templates/co-ve.yaml"));
    draft = folder.resolve("co-ve.yaml");
    Files.writeString(draft, new InstrumentTemplate(template).fill(values).value());
  }

  @Test
  void ceremony_endsInAnAgreementThatVerifies() {
    String signed = folder.resolve("co-ve.note").toString();
    String half = folder.resolve("half.note").toString();
    String co = folder.resolve("co.key").toString();
    String ve = folder.resolve("ve.key").toString();

    assertThat(instrument("check", draft.toString())).isZero();
    assertThat(instrument("sign", draft.toString(), "--key", co, "--out", half)).isZero();
    assertThat(err.toString()).contains("still to sign: ve.example/enlace/root");
    assertThat(instrument("verify", half, "--json")).isEqualTo(1);
    assertThat(json().get("missing").size()).isEqualTo(2);
    assertThat(instrument("sign", half, "--key", ve, "--out", signed)).isZero();
    assertThat(instrument("verify", signed, "--json")).isZero();
    assertThat(json().get("ok").asBoolean()).isTrue();
    assertThat(json().get("parties").size()).isEqualTo(2);
  }

  @Test
  void accession_isSignedByTheJoinerAndEveryParty() throws Exception {
    String signed = folder.resolve("co-ve.note").toString();
    String half = folder.resolve("half.note").toString();
    instrument("sign", draft.toString(), "--key", key("co"), "--out", half);
    instrument("sign", half, "--key", key("ve"), "--out", signed);
    run(new KeysCommand(), "generate", "root", "--name", "pe.example/root", "--out", key("pe"));
    List<String> keys = out.toString().lines().toList();
    Path accession = folder.resolve("pe.yaml");
    Files.writeString(accession, accession(keys));

    for (String state : List.of("pe", "co", "ve")) {
      int code =
          instrument(
              "sign",
              accession.toString(),
              "--to",
              signed,
              "--key",
              key(state),
              "--out",
              accession.toString());
      assertThat(code).as(err.toString()).isZero();
    }

    assertThat(instrument("verify", signed, "--accession", accession.toString(), "--json"))
        .isZero();
    assertThat(json().get("parties").size()).isEqualTo(3);
  }

  private String key(String state) {
    return folder.resolve(state + ".key").toString();
  }

  private String accession(List<String> keys) throws Exception {
    return String.join(
        "\n",
        "format: enlace/accession/1",
        "instrument: co-ve-2026-cooperation",
        "text: " + AgreementFile.read(draft).text().hash().base64(),
        "party:",
        "  state: PE",
        "  node: pe.example/enlace",
        "  name: {es: Parte nueva, en: New party}",
        "  root-keys:",
        "    - " + keys.get(0),
        "    - " + keys.get(1),
        "mandate: {state: PE, holder: Cancillería, act: Acto 1, since: 2026-01-01, status: valid}",
        "authorities: []",
        "laws:",
        "  - {offence: \"0601\", article: \"PE:CP 296\", since: 1991-04-08, maximum-months: 180}",
        "");
  }

  @Test
  void check_tellsLineAndMend() throws IOException {
    Files.writeString(
        draft, Files.readString(draft).replace("quota-per-day: 200", "quota-per-day: lots"));

    assertThat(instrument("check", draft.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("VALUE at exchanges[0].quota-per-day");
    assertThat(instrument("check", draft.toString(), "--json")).isEqualTo(1);
    assertThat(json().get("problems").get(0).get("line").asInt()).isPositive();
  }

  @Test
  void show_putsTheMachineBesideTheWords() {
    assertThat(instrument("show", draft.toString(), "--lang", "es")).isZero();
    assertThat(out.toString())
        .contains("art-4.1  Preguntas y respuestas")
        .contains("> abre answer, question");
  }

  @Test
  void show_saysThatTheTextHasNotTheLanguageAskedFor() {
    assertThat(instrument("show", draft.toString(), "--lang", "nl")).isZero();
    assertThat(out.toString())
        .contains("Not all articles have a text in nl: they stand below in es. Authentic: es, en.")
        .contains("> opent answer, question");
  }

  @Test
  void show_refusesALanguageThatIsNone() {
    assertThat(instrument("show", draft.toString(), "--lang", "xx")).isEqualTo(2);
  }

  @Test
  void diff_namesWhatChanged() throws IOException {
    Path other = folder.resolve("other.yaml");
    Files.writeString(
        other, Files.readString(draft).replace("quota-per-day: 200", "quota-per-day: 20"));

    assertThat(instrument("diff", draft.toString(), other.toString(), "--json")).isZero();
    assertThat(json().get("changes").size()).isEqualTo(1);
    assertThat(json().get("changes").get(0).get("path").asString())
        .isEqualTo("exchanges[art-4.1].quota-per-day");
  }

  @Test
  void decide_permitsRefusesAndEscalates() throws IOException {
    String base =
        Files.readString(ROOT.resolve("vectors/instrument/decide/base.json"))
            .replaceFirst("\\{", "{\"side\": \"asking\",");

    assertThat(decide(base)).isZero();
    assertThat(json().get("outcome").asString()).isEqualTo("permit");
    assertThat(decide(base.replace("\"evidence\"", "\"migration-status\""))).isEqualTo(1);
    assertThat(json().get("outcome").asString()).isEqualTo("refuse");
    assertThat(json().get("reasons").get(0).get("code").asString()).isEqualTo("G13-migration");
    assertThat(decide(base.replace("\"identity\"", "\"phone\""))).isEqualTo(1);
    assertThat(json().get("outcome").asString()).isEqualTo("escalate");
    assertThat(json().get("authorities").get(0).asString()).isEqualTo("prosecutor");
  }

  @Test
  void decide_knowsTheDayAndTheParties() throws IOException {
    String base =
        Files.readString(ROOT.resolve("vectors/instrument/decide/base.json"))
            .replaceFirst("\\{", "{\"side\": \"asking\",");

    for (String day : List.of("2019-01-01", "2040-01-01")) {
      assertThat(decide(base, day)).as(day).isEqualTo(1);
      assertThat(json().get("outcome").asString()).isEqualTo("refuse");
    }
    assertThat(decide(base.replace("\"VE\"", "\"PE\""))).isEqualTo(1);
    assertThat(json().get("reasons").get(0).get("code").asString()).isEqualTo("C1-standing");
    String named = base.replace("\"context\": {}", "\"context\": {\"state\": \"suspended\"}");
    assertThat(decide(named)).isEqualTo(1);
    assertThat(json().get("reasons").get(0).get("code").asString()).isEqualTo("C1-standing");
  }

  @Test
  void decide_couldNotReadAQuestionWithAnUnknownCode() throws IOException {
    assertThat(decide("{\"side\": \"sideways\"}")).isEqualTo(EnlaceMain.COULD_NOT);
    assertThat(err.toString()).contains("write one of asking, receiving");
  }

  @Test
  void sign_refusesAKeyOfNoParty() {
    String stranger = folder.resolve("pe.key").toString();
    run(new KeysCommand(), "generate", "root", "--name", "pe.example/root", "--out", stranger);

    assertThat(instrument("sign", draft.toString(), "--key", stranger))
        .isEqualTo(EnlaceMain.COULD_NOT);
  }

  @Test
  void keys_areNeverOverwrittenAndNeverShown() throws IOException {
    Path file = folder.resolve("co.key");
    String secret = Files.readString(file);

    int again =
        run(new KeysCommand(), "generate", "root", "--name", "co", "--out", file.toString());

    assertThat(again).isEqualTo(EnlaceMain.COULD_NOT);
    assertThat(Files.readString(file)).isEqualTo(secret);
    assertThat(run(new KeysCommand(), "show", file.toString())).isZero();
    assertThat(out.toString()).contains("co.example/enlace/root").doesNotContain("PRIVATE");
  }

  private int decide(String question) throws IOException {
    return decide(question, "2026-11-21");
  }

  private int decide(String question, String day) throws IOException {
    Path file = folder.resolve("question.json");
    Files.writeString(file, question);
    return instrument(
        "decide", draft.toString(), "--question", file.toString(), "--day", day, "--json");
  }
}
