// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lat.enlace.model.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// I3 on two real nodes: a question goes all its way, with mistakes on it, about a person whose
/// every datum is an invented word. None of the words stands in logs, metrics, addresses, error
/// answers or the ledgers' files.
class PlantedTokensTest {
  private static final String NAME = "Zqxnombre";
  private static final String SURNAME = "Zqxapellido";
  private static final String DOCUMENT = "ZQXDOC99317";
  private static final String FILE_ID = "ZQXID99318";
  private static final String CASE = "ZQX-2026-4711";
  private static final String REASON = "zqxmotivo";
  private static final String BASIS = "zqxorden";
  private static final String SECRET = "zqxsecreto";
  private static final List<String> TOKENS =
      List.of(NAME, SURNAME, DOCUMENT, FILE_ID, CASE, REASON, BASIS, SECRET, "zqxcampo");
  private static final Pattern ADDRESS = Pattern.compile("(?:href|action|src)=\"([^\"]*)\"");
  private static final Pattern INSTANCE =
      Pattern.compile(
          "\"instance\":\"(urn:enlace:instance:[0-9a-f]+)\"[^{}]*\"code\":\"[A-Z_0-9]+\"");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TokenScan scan = new TokenScan(TOKENS);
  private final StringBuilder addresses = new StringBuilder();

  @TempDir private Path folder;

  @Test
  void tokens_stayOutOfLogsMetricsAddressesErrorsAndLedgers() throws Exception {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream console = System.out;
    NodePair pair = new NodePair(folder).make();
    pair.hold(
        "VE",
        """
        {"id":"%s","schema":"Person","properties":{"name":["%s %s"],"birthDate":["1980-02-03"],\
        "idNumber":["%s"]},"case":"%s","offence":"0601","category":"suspect-committed",\
        "stage":"charged"}
        """
            .formatted(FILE_ID, NAME, SURNAME, DOCUMENT, CASE));
    String errors;
    String metrics;
    String shown;
    try (PrintStream caught = new PrintStream(log, true, StandardCharsets.UTF_8)) {
      System.setOut(caught);
      try (RunningNode co = pair.start("CO");
          RunningNode ve = pair.start("VE")) {
        assertThat(co.peerPort()).isNotEqualTo(ve.peerPort());
        shown = story(pair);
        errors = mistakes(pair);
        metrics = metrics(pair, "CO") + metrics(pair, "VE");
        pages(pair);
      }
    } finally {
      System.setOut(console);
    }
    String lines = log.toString(StandardCharsets.UTF_8);
    // Where the words may be they are found, so they would be found elsewhere too.
    assertThat(scan.in(shown)).contains("zqxnombre", "zqxapellido", "zqxid99318");
    assertThat(lines).contains("\"event\":\"node.started\"", "login.refused");
    assertThat(metrics).contains("enlace_ledger_size");
    assertThat(errors).contains("MALFORMED", "INVALID_FORM", "HTTP_401");
    assertThat(addresses).contains("/questions/");
    assertThat(scan.in(lines)).as("log").isEmpty();
    assertThat(refusedByTheApi(errors))
        .isNotEmpty()
        .allSatisfy(one -> assertThat(lines).contains(one));
    assertThat(scan.in(metrics)).as("metrics").isEmpty();
    assertThat(scan.in(errors)).as("error answers").isEmpty();
    assertThat(scan.in(addresses.toString())).as("addresses").isEmpty();
    ledgers(pair);
    databases(pair);
  }

  /// Instances of the problems that the API told to whoever was logged in.
  private static List<String> refusedByTheApi(String errors) {
    return INSTANCE
        .matcher(errors)
        .results()
        .filter(one -> !one.group().contains("HTTP_401"))
        .map(one -> one.group(1))
        .toList();
  }

  @Test
  void scan_findsAWordHoweverItIsWritten() {
    String word = "a " + SURNAME + " b";
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    String once = Base64.getEncoder().encodeToString(bytes);
    String twice =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(once.getBytes(StandardCharsets.US_ASCII));
    for (String form :
        List.of(
            word,
            word.toUpperCase(Locale.ROOT),
            HexFormat.of()
                .formatHex(SURNAME.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII)),
            once,
            "x" + once,
            "xy" + once,
            "xyz" + once,
            twice)) {
      assertThat(scan.in("{\"v\":\"" + form + "\"}")).as(form).containsExactly("zqxapellido");
    }
    assertThat(scan.in("nothing of the sort")).isEmpty();
  }

  /// A question, its hit, the release and the reading; returns what the officers were shown.
  private String story(NodePair pair) throws Exception {
    RestCaller analyst = new RestCaller(pair.url("CO"), "analyst", NodePair.PASSWORD);
    RestCaller duty = new RestCaller(pair.url("VE"), "duty-officer", NodePair.PASSWORD);
    JsonNode asked = analyst.post("/questions", question()).get(0);
    String id = asked.get("id").asString();
    JsonNode hit = SampleQuestion.await(analyst, id, "hit");
    analyst.post(
        "/questions/" + id + "/follow-up",
        Map.of(
            "candidate",
            hit.get("candidates").get(0).get("handle").asString(),
            "justification",
            REASON));
    String followUp = first(duty, "/desk/follow-ups");
    JsonNode both = duty.post("/desk/follow-ups/" + followUp + "/compare", Map.of());
    duty.post(
        "/desk/follow-ups/" + followUp + "/release",
        Map.of("handling", List.of("H1"), "action", "P1"));
    JsonNode disclosed = SampleQuestion.await(analyst, id, "disclosed");
    JsonNode read =
        analyst.post(
            "/items/" + disclosed.get("item").get(0).asString() + "/read",
            Map.of("caseReference", CASE, "reason", REASON));
    analyst.post(
        "/holdings/search",
        Map.of("subject", question().get("subject"), "caseReference", CASE, "reason", REASON));
    addresses.append("/questions/").append(id).append('\n');
    return both.toString() + read;
  }

  /// Values are encrypted and keys say nothing, so a stolen file has no word in clear.
  private void databases(NodePair pair) throws IOException {
    for (String state : List.of("CO", "VE")) {
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(pair.folder(state).root(), "db.sqlite*")) {
        int found = 0;
        for (Path file : files) {
          assertThat(scan.in(Files.readAllBytes(file))).as("%s %s", state, file).isEmpty();
          found++;
        }
        assertThat(found).isPositive();
      }
    }
  }

  /// Requests that go wrong, each with the words in it; returns the answers.
  private String mistakes(NodePair pair) throws Exception {
    StringBuilder answers = new StringBuilder();
    RestCaller analyst = new RestCaller(pair.url("CO"), "analyst", NodePair.PASSWORD);
    RestCaller authority = new RestCaller(pair.url("CO"), "authority", NodePair.PASSWORD);
    RestCaller wrong = new RestCaller(pair.url("CO"), "analyst", SECRET);
    RestCaller stranger = new RestCaller(pair.url("CO"), SURNAME.toLowerCase(Locale.ROOT), SECRET);
    String all = String.join(" ", TOKENS);
    told(answers, wrong.send("GET", "/api/v1/questions", ""));
    told(answers, stranger.send("GET", "/api/v1/questions", ""));
    told(answers, analyst.send("POST", "/api/v1/questions", "{\"reason\":\"" + all));
    told(answers, analyst.send("POST", "/api/v1/questions", "{\"zqxcampo\":\"" + all + "\"}"));
    for (String field : question().keySet()) {
      Map<String, Object> form = new HashMap<>(question());
      form.put(field, all);
      told(answers, analyst.send("POST", "/api/v1/questions", RestCaller.json(form)));
      form.put(field, List.of(all));
      told(answers, analyst.send("POST", "/api/v1/questions/preview", RestCaller.json(form)));
    }
    for (JsonNode body : Routes.bodies()) {
      String text = body.toString().replace("Ana Ejemplo", all).replace("CO-2026-1", CASE);
      told(answers, analyst.send("POST", "/api/v1/holdings/search", text));
    }
    told(
        answers,
        authority.send(
            "POST",
            "/api/v1/questions/01890a5d-ac96-774b-bcce-b302099a8057/authorise",
            RestCaller.json(Map.of("passphrase", SECRET))));
    told(
        answers,
        authority.send(
            "POST",
            "/api/v1/accounts/authority/personal-key",
            RestCaller.json(Map.of("before", SECRET, "passphrase", SECRET + " bien larga"))));
    return answers.toString();
  }

  /// Errors alone: a good answer may hold what its officer may read.
  private static void told(StringBuilder answers, HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      answers.append(answer.body()).append('\n');
    }
  }

  private static String metrics(NodePair pair, String state) throws Exception {
    return new RestCaller(pair.url(state), "operator", NodePair.PASSWORD)
        .body("GET", "/metrics", "");
  }

  /// The addresses that the pages lead to, after what happened.
  private void pages(NodePair pair) throws Exception {
    for (Role role : Role.values()) {
      for (String state : List.of("CO", "VE")) {
        RestCaller officer = new RestCaller(pair.url(state), role.code(), NodePair.PASSWORD);
        for (String page :
            List.of("/", "/questions", "/held", "/ledger", "/decisions", "/recalls", "/holdings")) {
          Matcher address = ADDRESS.matcher(officer.body("GET", page, ""));
          while (address.find()) {
            addresses.append(address.group(1)).append('\n');
          }
        }
      }
    }
  }

  private void ledgers(NodePair pair) throws Exception {
    for (String state : List.of("CO", "VE")) {
      List<String> files = new ArrayList<>();
      Path root = pair.folder(state).root();
      try (var walk = Files.walk(root)) {
        for (Path file : walk.filter(Files::isRegularFile).toList()) {
          String name = root.relativize(file).toString();
          byte[] content = Files.readAllBytes(file);
          if (name.contains("ledger")) {
            files.add(name);
            assertThat(scan.in(content)).as(name).isEmpty();
          }
        }
      }
      assertThat(files).anyMatch(name -> name.contains("tile/entries"));
      assertThat(new TokenScan(List.of("example/enlace")).in(checkpoint(root))).hasSize(1);
    }
  }

  private static byte[] checkpoint(Path root) throws IOException {
    try (var walk = Files.walk(root)) {
      return Files.readAllBytes(
          walk.filter(file -> file.endsWith("checkpoint")).findFirst().orElseThrow());
    }
  }

  private static String first(RestCaller caller, String path) throws Exception {
    Instant until = Instant.now().plus(PATIENCE);
    JsonNode list = caller.get(path);
    while (list.isEmpty() && Instant.now().isBefore(until)) {
      Thread.sleep(100);
      list = caller.get(path);
    }
    return list.get(0).get("id").asString();
  }

  private static Map<String, Object> question() {
    Map<String, Object> form = new HashMap<>(SampleQuestion.about(NAME + " " + SURNAME, CASE));
    form.put("legalBasis", BASIS);
    form.put("reason", REASON);
    form.put(
        "subject",
        Map.of(
            "schema",
            "Person",
            "properties",
            Map.of(
                "name",
                List.of(NAME + " " + SURNAME),
                "birthDate",
                List.of("1980-02-03"),
                "idNumber",
                List.of(DOCUMENT))));
    return form;
  }
}
