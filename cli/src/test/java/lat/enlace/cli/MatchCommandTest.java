// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MatchCommandTest {
  private static final Path VECTORS =
      Path.of(System.getProperty("enlace.root"), "vectors", "gateway", "read");
  private static final String HOLDINGS =
      """
      id,schema,name,alias,birthDate,country,idNumber
      p-1,Person,Zoraida Ejemplo Quintanilla,Chispa Ficticia;La Inventada,1970-02-03,co,V-12345678
      p-2,Person,Baltasar Muestra Prueba,,,,
      o-1,Company,Comercial Zafiro Inventado Ltda.,,,,
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void match_writesALineForEachProbeInOrder() throws IOException {
    CommandRun run =
        match("id,name\nq-2,Nadie Distinto Totalmente\nq-1,Zoraida Ejemplo Quintanilla\nq-2,\n");
    assertThat(run.exit()).isZero();
    assertThat(run.lines()).hasSize(3);
    assertThat(run.lines().getFirst())
        .isEqualTo("{\"probe\":\"q-2\",\"outcome\":\"no-hit\",\"candidates\":[]}");
    assertThat(run.lines().getLast()).isEqualTo(run.lines().getFirst());
    JsonNode hit = json(run.lines().get(1));
    assertThat(hit.propertyNames()).containsExactly("probe", "outcome", "candidates");
    assertThat(hit.path("outcome").asString()).isEqualTo("hit");
    JsonNode candidate = hit.path("candidates").path(0);
    assertThat(candidate.propertyNames()).containsExactly("id", "score", "strength", "features");
    assertThat(candidate.path("id").asString()).isEqualTo("p-1");
    assertThat(candidate.path("score").isNumber()).isTrue();
    assertThat(candidate.path("features").isArray()).isTrue();
  }

  @Test
  void match_callsANameAloneWeakAndABirthDateStrong() throws IOException {
    CommandRun run =
        match(
            "id,name,birthDate\nq-1,Zoraida Ejemplo Quintanilla,\n"
                + "q-2,\"QUINTANILLA, Soraida Ejemplo\",3 Feb 1970\n");
    assertThat(strength(run.lines().get(0))).isEqualTo("weak");
    assertThat(strength(run.lines().get(1))).isEqualTo("strong");
  }

  @Test
  void match_findsByAliasAndByNumber() throws IOException {
    CommandRun run =
        match("id,name,idNumber\nq-1,Chispa Ficticia,\nq-2,Otro Nombre Cualquiera,12.345.678\n");
    assertThat(json(run.lines().get(0)).path("candidates").path(0).path("id").asString())
        .isEqualTo("p-1");
    assertThat(json(run.lines().get(1)).path("candidates").path(0).path("id").asString())
        .isEqualTo("p-1");
  }

  @Test
  void match_readsProbesWithEmptyMissingAndUnknownColumns() throws IOException {
    String named = match("id,name\nq-1,Baltasar Muestra Prueba\n").out();
    assertThat(
            match("\uFEFFcolour,NAME,id,schema,birthDate\r\nred,Baltasar Muestra Prueba,q-1,,\r\n")
                .out())
        .isEqualTo(named);
    assertThat(match("{\"id\":\"q-1\",\"name\":\"Baltasar Muestra Prueba\",\"n\":7}\n").out())
        .isEqualTo(named);
    assertThat(match("id,name\n").out()).isEmpty();
  }

  @Test
  void match_tellsHoldingsByTheirContent() throws IOException {
    Path ofac = Files.createDirectory(folder.resolve("ofac"));
    Files.copy(
        VECTORS.resolve("ofac-individual-vessel-aircraft.csv"), ofac.resolve("list-of-parties"));
    Path lines =
        write(
            "lines",
            "{\"id\":\"f-1\",\"schema\":\"Person\",\"properties\":"
                + "{\"name\":[\"Rosaura Inventada Prueba\"]}}\n");
    Path probes =
        write(
            "probes",
            "id,name\nq-1,Empresa Inventada\nq-2,Rosaura Inventada Prueba\n"
                + "q-3,Zoraida Ejemplo Quintanilla\n");
    CommandRun run =
        CommandRun.of(
            "match",
            "--holdings",
            VECTORS.resolve("un-entity.xml"),
            ofac,
            lines,
            write("holdings", HOLDINGS),
            "--probes",
            probes);
    assertThat(run.exit()).isZero();
    assertThat(run.lines()).allMatch(line -> line.contains("\"outcome\":\"hit\""));
    assertThat(run.err()).contains("un-xml: 1 ", "ofac", "csv: 3 ");
  }

  @Test
  void match_keepsToLimitAndThreshold() throws IOException {
    String probes = "id,name\nq-1,Zoraida Ejemplo\n";
    assertThat(json(match(probes, "--threshold", "0", "--limit", "1").out()).path("candidates"))
        .hasSize(1);
    assertThat(match(probes, "--threshold", "1").out()).contains("\"no-hit\"");
    for (List<String> wrong :
        List.of(
            List.of("--threshold", "2"), List.of("--limit", "0"), List.of("--language", "xx"))) {
      CommandRun run = match(probes, wrong.toArray(String[]::new));
      assertThat(run.exit()).isEqualTo(CommandRun.WRONG_USE);
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void match_givesReasonsInTheLanguageAskedFor() throws IOException {
    String probes = "id,name\nq-1,Zoraida Ejemplo Quintanilla\n";
    assertThat(match(probes).out()).contains("both names have");
    assertThat(match(probes, "--language", "es").out()).contains("ambos nombres tienen");
    assertThat(match(probes, "--language", "pt").out()).contains("ambos os nomes têm");
  }

  @Test
  void match_saysWhichColumnsProbesNeed() throws IOException {
    CommandRun run = match("name,birthDate\nZoraida Ejemplo,\n");
    assertThat(run.exit()).isEqualTo(CommandRun.WRONG_USE);
    assertThat(run.err()).contains("columns id and name");
  }

  @Test
  void match_answersARowThatEndsEarlyAndSaysSo() throws IOException {
    CommandRun run = match("id,name,birthDate\nq-1,Zoraida Ejemplo Quintanilla\n");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("\"q-1\"");
    assertThat(run.err()).contains("line 2", "fewer cells");
  }

  @Test
  void match_answersNobodyWhenTheLastProbeIsBroken() throws IOException {
    CommandRun run = match("id,name\nq-1,Zoraida Ejemplo Quintanilla\nq-2,Ana,more\n");
    assertThat(run.exit()).isEqualTo(EnlaceMain.COULD_NOT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("line 3");
  }

  @Test
  void match_namesLineAndByteOfAWrongEncoding() throws IOException {
    Path probes = folder.resolve("latin");
    Files.write(
        probes, "id,name\nq-1,Zoraida Ejempló Quintanilla\n".getBytes(StandardCharsets.ISO_8859_1));
    CommandRun run =
        CommandRun.of("match", "--holdings", write("holdings", HOLDINGS), "--probes", probes);
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("\"hit\"");
    assertThat(run.err()).contains("warning:", "line 2", "byte 27");
  }

  @Test
  void match_keepsTheOrderOfManyProbes() throws IOException {
    StringBuilder probes = new StringBuilder("id,name\n");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 9_001; i++) {
      ids.add("q-" + i);
      probes.append("q-").append(i).append(i % 7 == 0 ? ",Baltasar Muestra\n" : ",\n");
    }
    assertThat(match(probes.toString()).out().lines().map(line -> json(line).path("probe")))
        .extracting(JsonNode::asString)
        .isEqualTo(ids);
  }

  private static String strength(String line) {
    return json(line).path("candidates").path(0).path("strength").asString();
  }

  private static JsonNode json(String line) {
    return JsonMapper.shared().readTree(line);
  }

  private CommandRun match(String probes, String... more) throws IOException {
    List<Object> arguments = new ArrayList<>(List.of("match"));
    arguments.addAll(List.of("--holdings", write("holdings", HOLDINGS)));
    arguments.addAll(List.of("--probes", write("probes", probes)));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray());
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
