// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lat.enlace.model.Role;
import lat.enlace.node.door.BodyBounds;
import lat.enlace.node.wiring.Routes.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a running node says to bodies that nobody should send. The addresses and the fields come
/// from the OpenAPI document, so that a new one is covered by itself.
class AbsurdBodiesTest {
  private static final int FLOOD = 320;
  private static final String OCTETS = "application/octet-stream";
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir static Path folder;
  private static RunningNode node;
  private static String url;

  @BeforeAll
  static void start() throws Exception {
    NodePair pair = new NodePair(folder).make();
    node = pair.start("CO");
    url = pair.url("CO");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void api_answersEveryAbsurdBodyWithAProblem() throws Exception {
    JsonNode contract = JSON.readTree(send("GET", "/api/openapi.json", "operator", "", "").body());
    JsonNode bodies = Routes.bodies();
    List<String> wrong = new ArrayList<>();
    int sent = 0;
    for (Map.Entry<String, JsonNode> path : contract.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> verb : path.getValue().properties()) {
        if (verb.getKey().equals("get")) {
          continue;
        }
        Route route = new Route(verb.getKey().toUpperCase(Locale.ROOT), path.getKey());
        JsonNode content = verb.getValue().path("requestBody").path("content");
        String type = content.has(OCTETS) ? OCTETS : "application/json";
        JsonNode good = Objects.requireNonNullElse(bodies.get(route.toString()), JSON.nullNode());
        Map<String, String> absurd =
            AbsurdBodies.of(contract, content.path(type).path("schema"), good);
        for (Map.Entry<String, String> each : absurd.entrySet()) {
          sent++;
          HttpResponse<String> answer = send(route, type, each.getValue());
          if (!sound(answer)) {
            wrong.add(route + ", " + each.getKey() + ": " + told(answer));
          }
        }
      }
    }
    assertThat(sent).isGreaterThan(1_000);
    assertThat(wrong).isEmpty();
  }

  /// Ten times what is served at once: some are served, the others hear at once that they are not,
  /// and whoever warns of a danger to life gets through meanwhile.
  @Test
  void api_shedsWhatIsBeyondItAndServesTheRest() throws Exception {
    List<HttpResponse<String>> answers = new ArrayList<>();
    HttpResponse<String> first;
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HttpResponse<String>>> flood = new ArrayList<>();
      for (int i = 0; i < FLOOD; i++) {
        flood.add(callers.submit(() -> send("GET", "/api/v1/questions", "analyst", "", "")));
      }
      first = send("GET", "/api/v1/warnings", "analyst", "", "");
      for (Future<HttpResponse<String>> each : flood) {
        answers.add(each.get());
      }
    }
    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 503);
    assertThat(first.statusCode()).isEqualTo(200);
    for (HttpResponse<String> shed :
        answers.stream().filter(one -> one.statusCode() == 503).toList()) {
      assertThat(JSON.readTree(shed.body()).path("code").asString()).isEqualTo("OVERLOADED");
      assertThat(shed.headers().firstValue("Retry-After")).contains("2");
    }
    assertThat(send("GET", "/api/v1/questions", "analyst", "", "").statusCode()).isEqualTo(200);
  }

  @Test
  void api_answersWithAProblemWhateverItsAddressMethodOrType() throws Exception {
    List<HttpResponse<String>> answers =
        List.of(
            send("GET", "/api/v1/nothing", "analyst", "", ""),
            send("DELETE", "/api/v1/questions", "analyst", "", ""),
            send("POST", "/api/v1/questions", "analyst", "text/plain", "{}"),
            send("POST", "/api/v1/holdings/subjects", "analyst", "text/plain", "{}"),
            send("POST", "/api/v1/holdings/claims", "analyst", OCTETS, "{}"),
            send("GET", "/api/v1/ledger/entries?limit=many", "analyst", "", ""),
            send("GET", "/api/v1/questions", "nobody", "", ""));
    assertThat(answers)
        .allSatisfy(answer -> assertThat(sound(answer)).as(told(answer)).isTrue())
        .extracting(HttpResponse::statusCode)
        .containsExactly(404, 405, 415, 415, 400, 400, 401);
  }

  @Test
  void api_wantsAValueWhereNullIsGiven() throws Exception {
    for (String value : List.of("null", "[null]", "[]")) {
      String body = "{\"subject\":{\"schema\":\"Person\",\"properties\":{\"name\":" + value + "}}}";
      HttpResponse<String> answer =
          send("POST", "/api/v1/holdings/search", "analyst", "application/json", body);
      assertThat(answer.statusCode()).as(value).isEqualTo(422);
      assertThat(answer.body()).contains("INVALID_FORM");
    }
  }

  @Test
  void bodies_areBoundedBeforeAnyRoleIsLookedAt() throws Exception {
    byte[] usual = new byte[(int) BodyBounds.USUAL_BYTES + 1];
    Arrays.fill(usual, (byte) ' ');
    BodyPublisher counted = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(usual));
    String subjects = "/api/v1/holdings/subjects";
    for (HttpResponse<String> answer :
        List.of(
            post("/api/v1/questions", "auditor", "application/json", of(usual)),
            post("/api/v1/questions", "analyst", "application/json", of(usual)),
            post("/api/v1/questions", "analyst", "application/json", counted))) {
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("\"code\":\"TOO_LARGE\"");
      assertThat(sound(answer)).isTrue();
    }
    assertThat(post(subjects, "auditor", OCTETS, of(usual)).body()).contains("ROLE_MISSING");
    assertThat(post(subjects, "analyst", OCTETS, of(usual)).statusCode()).isEqualTo(200);
    assertThat(announced(subjects, BodyBounds.IMPORT_BYTES + 1)).contains("413", "TOO_LARGE");
    assertThat(announced(subjects, BodyBounds.IMPORT_BYTES)).doesNotContain("TOO_LARGE");
  }

  /// What is answered to a stranger who announces a body and sends none of it.
  private static String announced(String path, long length) throws IOException {
    try (Socket socket = new Socket("localhost", URI.create(url).getPort())) {
      String head =
          "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void logIn_takesAFewKibibytesAndNothingUncounted() throws Exception {
    String form = "application/x-www-form-urlencoded";
    byte[] large = ("username=" + "x".repeat(1 << 20)).getBytes(StandardCharsets.US_ASCII);
    byte[] small = "username=ana&password=wrong".getBytes(StandardCharsets.US_ASCII);
    for (String door : List.of("/login", "/first", "/logout")) {
      assertThat(post(door, "", form, of(large)).statusCode()).as(door).isEqualTo(413);
      assertThat(post(door, "", form, of(small)).statusCode()).as(door).isNotEqualTo(413);
      BodyPublisher uncounted = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
      assertThat(post(door, "", form, uncounted).statusCode()).as(door).isEqualTo(411);
    }
  }

  private static BodyPublisher of(byte[] body) {
    return BodyPublishers.ofByteArray(body);
  }

  /// Not the node's fault, and told in problem+json with a code unless it was taken.
  private static boolean sound(HttpResponse<String> answer) {
    if (answer.statusCode() < 300) {
      return true;
    }
    String type = answer.headers().firstValue("content-type").orElse("");
    return answer.statusCode() < 500
        && type.startsWith("application/problem+json")
        && !JSON.readTree(answer.body()).path("code").asString("").isEmpty();
  }

  private static String told(HttpResponse<String> answer) {
    return answer.statusCode() + " " + answer.body();
  }

  /// As an officer whom the table of roles lets in; where it names none, the authority himself.
  private static HttpResponse<String> send(Route route, String type, String body)
      throws IOException, InterruptedException {
    String row =
        Files.readAllLines(
                Path.of(
                    Objects.requireNonNull(System.getProperty("enlace.root")),
                    "docs/spec/routes.md"))
            .stream()
            .filter(line -> line.startsWith("| `" + route + "` |"))
            .findFirst()
            .orElseThrow();
    int column = List.of(row.split("\\|")).indexOf(" yes ");
    String who = column < 0 ? "authority" : List.of(Role.values()).get(column - 3).code();
    String path = column < 0 ? route.path().replace("{id}", "authority") : route.somewhere();
    return send(route.method(), path, who, type, body);
  }

  private static HttpResponse<String> send(
      String method, String path, String who, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = to(path, who);
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    request.method(method, BodyPublishers.ofString(body));
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, String who, String type, BodyPublisher body)
      throws IOException, InterruptedException {
    return HTTP.send(
        to(path, who).header("Content-Type", type).POST(body).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder to(String path, String who) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
    if (!who.isEmpty()) {
      String login = who + ":" + NodePair.PASSWORD;
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }
    return request;
  }
}
