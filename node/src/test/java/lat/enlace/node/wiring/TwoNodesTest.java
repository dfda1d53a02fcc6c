// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Two whole nodes in one process, over real TLS, HTTP and SQLite.
class TwoNodesTest {
  @TempDir static Path folder;
  private static NodePair pair;
  private static RunningNode co;
  private static RunningNode ve;

  @BeforeAll
  static void start() throws Exception {
    pair = new NodePair(folder).make();
    pair.hold("VE", SampleQuestion.SUBJECT);
    co = pair.start("CO");
    ve = pair.start("VE");
  }

  @AfterAll
  static void stop() {
    ve.close();
    co.close();
  }

  @Test
  void question_travelsToDisclosureAndProof() throws Exception {
    RestCaller analyst = new RestCaller(pair.url("CO"), "analyst", NodePair.PASSWORD);
    RestCaller duty = new RestCaller(pair.url("VE"), "duty-officer", NodePair.PASSWORD);
    JsonNode asked = analyst.post("/questions", question("Ana Lucia Egemplo Prueba")).get(0);
    String id = asked.get("id").asString();
    JsonNode hit = SampleQuestion.await(analyst, id, "hit");
    String handle = hit.get("candidates").get(0).get("handle").asString();
    analyst.post(
        "/questions/" + id + "/follow-up",
        Map.of("candidate", handle, "justification", "same birth date and surnames"));
    JsonNode desk = SampleQuestion.await(duty, "/desk/follow-ups", list -> !list.isEmpty());
    String followUp = desk.get(0).get("id").asString();
    JsonNode both = duty.post("/desk/follow-ups/" + followUp + "/compare", Map.of());
    assertThat(both.get("held").get("id").asString()).isEqualTo("ve-1");
    duty.post(
        "/desk/follow-ups/" + followUp + "/release",
        Map.of("handling", List.of("H1", "H2"), "action", "P1"));
    JsonNode disclosed = SampleQuestion.await(analyst, id, "disclosed");
    String item = disclosed.get("item").get(0).asString();
    JsonNode read =
        analyst.post(
            "/items/" + item + "/read",
            Map.of("caseReference", "CO-2026-1", "reason", "to compare with the file"));
    assertThat(read.toString()).contains("Ejemplo Prueba").doesNotContain("V-12345678");
    JsonNode given =
        SampleQuestion.await(duty, "/given", list -> !list.isEmpty() && hasReading(list));
    JsonNode reading = given.get(0).get("readings").get(0);
    assertThat(reading.get("reason").asString()).isEqualTo("to compare with the file");
    assertThat(reading.get("pseudonym").asString()).isNotEmpty().doesNotContain("analyst");
  }

  @Test
  void question_onAMigrationGroundIsRefusedHere() throws Exception {
    RestCaller analyst = new RestCaller(pair.url("CO"), "analyst", NodePair.PASSWORD);
    Map<String, Object> form = new HashMap<>(question("Ana Ejemplo"));
    form.put("grounds", List.of("migration-status"));
    JsonNode asked = analyst.post("/questions", form).get(0);
    assertThat(asked.get("state").asString()).isEqualTo("refused-here");
    JsonNode why = asked.get("decision").get("reasons").get(0);
    assertThat(why.get("source").asString()).isEqualTo("gate");
    assertThat(why.get("code").asString()).isEqualTo("G13-migration");
    assertThat(why.get("remedy").asString()).isNotEmpty();
  }

  @Test
  void preview_saysWhatAClauseNeedsAndWhatAPermitDemands() throws Exception {
    RestCaller analyst = new RestCaller(pair.url("CO"), "analyst", NodePair.PASSWORD);
    Map<String, Object> form = new HashMap<>(question("Ana Ejemplo"));
    JsonNode open = analyst.post("/questions/preview", form).get(0).get("decision");
    assertThat(open.get("outcome").asString()).isEqualTo("permit");
    assertThat(open.get("obligations").size()).isPositive();
    form.put("stage", "none");
    JsonNode closed = analyst.post("/questions/preview", form).get(0).get("decision");
    assertThat(closed.get("outcome").asString()).isEqualTo("refuse");
    assertThat(closed.get("obligations").size()).isZero();
    assertThat(closed.get("reasons").toString()).contains("\"remedy\"");
  }

  @Test
  void api_needsALoginAndTheRole() throws Exception {
    RestCaller nobody = new RestCaller(pair.url("CO"), "analyst", "wrong password here");
    assertThat(nobody.status("GET", "/api/v1/questions", "")).isEqualTo(401);
    RestCaller auditor = new RestCaller(pair.url("CO"), "auditor", NodePair.PASSWORD);
    String body = RestCaller.json(question("Ana Ejemplo"));
    assertThat(auditor.status("POST", "/api/v1/questions", body)).isEqualTo(403);
  }

  @Test
  void api_refusesBadBodiesWithAProblem() throws Exception {
    RestCaller analyst = new RestCaller(pair.url("CO"), "analyst", NodePair.PASSWORD);
    assertThat(analyst.status("POST", "/api/v1/questions", "{\"partners\":")).isEqualTo(400);
    assertThat(analyst.status("POST", "/api/v1/questions", "[".repeat(100_000))).isEqualTo(400);
    assertThat(analyst.status("POST", "/api/v1/questions", "{}")).isEqualTo(422);
    assertThat(analyst.status("GET", "/api/v1/questions/not-an-id", "")).isIn(404, 422);
    assertThat(analyst.status("GET", "/api/v1/nothing", "")).isEqualTo(404);
    String answer = analyst.body("POST", "/api/v1/questions", "{\"offence\":\"Ana Ejemplo\"}");
    assertThat(answer).contains("\"code\"").doesNotContain("Ana Ejemplo");
  }

  @Test
  void faces_carrySecurityHeadersAndKeepOutStrangers() throws Exception {
    RestCaller stranger = new RestCaller(pair.url("CO"), "", "");
    assertThat(stranger.anonymous("/health").statusCode()).isEqualTo(200);
    assertThat(stranger.anonymous("/api/openapi.json").statusCode()).isEqualTo(200);
    assertThat(stranger.anonymous("/metrics").statusCode()).isEqualTo(401);
    assertThat(stranger.anonymous("/api/v1/links").statusCode()).isEqualTo(401);
    var headers = stranger.anonymous("/health").headers();
    assertThat(headers.firstValue("content-security-policy").orElse(""))
        .contains("default-src 'none'");
    assertThat(headers.firstValue("x-frame-options")).contains("DENY");
    assertThat(headers.firstValue("server")).isEmpty();
  }

  @Test
  void metrics_nameNobody() throws Exception {
    RestCaller operator = new RestCaller(pair.url("CO"), "operator", NodePair.PASSWORD);
    String text = operator.body("GET", "/metrics", "");
    assertThat(text)
        .contains("enlace_ledger_size")
        .contains("enlace_available")
        .contains("enlace_overdue{what=\"release\"} 0.0");
    assertThat(text).doesNotContain("Ejemplo").doesNotContain("CO-2026").doesNotContain("analyst");
  }

  @Test
  void data_atRestShowNobody() throws Exception {
    for (String state : List.of("CO", "VE")) {
      Path root = pair.folder(state).root();
      List<Path> read = new ArrayList<>();
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes about)
                throws IOException {
              try {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(text)
                    .as(file.toString())
                    .doesNotContain("Ejemplo")
                    .doesNotContain("12345678");
                read.add(root.relativize(file));
              } catch (NoSuchFileException e) {
                return visitFileFailed(file, e);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
              // A running node writes beside a file and renames.
              if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
              }
              throw e;
            }
          });
      assertThat(read).contains(Path.of("db.sqlite"), Path.of("ledger", "checkpoint"));
    }
  }

  private static boolean hasReading(JsonNode list) {
    return !list.get(0).get("readings").isEmpty();
  }

  private static Map<String, Object> question(String name) {
    return SampleQuestion.about(name, "1980-02-03", "CO-2026-1");
  }
}
