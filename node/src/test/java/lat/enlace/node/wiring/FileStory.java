// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lat.enlace.exchange.Officer;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// CO stores files and gives them to VE with information that nobody asked for, for tests.
final class FileStory {
  private static final InstrumentId AGREEMENT = new InstrumentId("co-ve-2026-cooperation");
  private static final String CASE = "CO-2026-7";

  private final NodePair pair;

  FileStory(NodePair pair) {
    this.pair = pair;
  }

  /// Both states raise what they permit each other to the level of information.
  void raise(RunningNode co, RunningNode ve) throws Exception {
    Map<String, RunningNode> nodes = Map.of("CO", co, "VE", ve);
    for (Map.Entry<String, RunningNode> node : nodes.entrySet()) {
      Officer by = NodePair.officer(node.getKey(), "authority", Role.AUTHORITY);
      node.getValue()
          .core()
          .with(exchange -> {
            exchange.standings().raise(by, AGREEMENT, ConfidenceLevel.INFORMATION, "prueba");
            return true;
          });
    }
    for (RunningNode node : nodes.values()) {
      for (int tries = 0; !isRaised(node) && tries < 150; tries++) {
        Thread.sleep(100);
      }
      assertThat(isRaised(node)).isTrue();
    }
  }

  private static boolean isRaised(RunningNode node) throws Exception {
    return node.core()
        .with(exchange ->
            exchange.standings().instruments().stream()
                .anyMatch(one -> one.level() == ConfidenceLevel.INFORMATION));
  }

  /// A page that goes on for {@code size} bytes, other bytes for every seed.
  static InputStream pdf(long seed, long size) {
    byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    return new InputStream() {
      private long at;

      @Override
      public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int from, int most) {
        int count = (int) Math.min(most, size - at);
        if (count == 0) {
          return most == 0 ? 0 : -1;
        }
        for (int i = 0; i < count; i++, at++) {
          long mixed = (at + seed) * 0x9e3779b97f4a7c15L;
          into[from + i] = at < head.length ? head[(int) at] : (byte) (mixed >>> 40);
        }
        return count;
      }
    };
  }

  RestCaller analyst() throws Exception {
    return new RestCaller(pair.url("CO"), "analyst", NodePair.PASSWORD);
  }

  RestCaller duty(String state) throws Exception {
    return new RestCaller(pair.url(state), "duty-officer", NodePair.PASSWORD);
  }

  HttpResponse<String> store(String officer, String type, InputStream content) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            request("CO", officer, "/attachments?type=" + type)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> content))
                .build(),
            BodyHandlers.ofString());
  }

  JsonNode stored(InputStream content) throws Exception {
    HttpResponse<String> answer = store("analyst", "pdf", content);
    if (answer.statusCode() != 200) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return JsonMapper.builder().build().readTree(answer.body());
  }

  static Map<String, Object> naming(String property, String value) {
    Map<String, Object> form = new HashMap<>(SampleQuestion.about("Ana Ejemplo", CASE));
    form.keySet()
        .retainAll(
            List.of(
                "caseReference",
                "legalBasis",
                "offence",
                "purpose",
                "elements",
                "category",
                "stage",
                "grounds",
                "reason"));
    form.put("partner", NodePair.node("VE").value());
    form.put("handling", List.of("H2"));
    form.put("action", "P1");
    form.put(
        "given",
        Map.of(
            "schema",
            "Person",
            "statements",
            List.of(
                Map.of("property", "name", "value", "Ana Ejemplo", "source", "registro"),
                Map.of("property", property, "value", value, "source", "registro"))));
    return form;
  }

  /// Gives a stored file with an item.
  ///
  /// @return the item
  String given(JsonNode stored) throws Exception {
    return analyst()
        .post(
            "/spontaneous",
            naming(stored.get("property").asString(), stored.get("value").asString()))
        .get("item")
        .asString();
  }

  HttpResponse<InputStream> read(String item, String digest) throws Exception {
    String body = RestCaller.json(Map.of("caseReference", CASE, "reason", "para el expediente"));
    return HttpClient.newHttpClient()
        .send(
            request("VE", "duty-officer", "/items/" + item + "/attachments/" + digest + "/read")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofInputStream());
  }

  /// Reads a file as soon as it is whole.
  HttpResponse<InputStream> awaited(String item, String digest) throws Exception {
    for (int tries = 0; ; tries++) {
      HttpResponse<InputStream> answer = read(item, digest);
      if (answer.statusCode() == 200 || tries > 100) {
        return answer;
      }
      answer.body().close();
      Thread.sleep(200);
    }
  }

  /// Where two streams differ first; -1 if nowhere.
  static long difference(InputStream one, InputStream other) throws IOException {
    long at = 0;
    while (true) {
      byte[] part = one.readNBytes(1 << 16);
      int here = Arrays.mismatch(part, other.readNBytes(1 << 16));
      if (here >= 0) {
        return at + here;
      }
      if (part.length == 0) {
        return -1;
      }
      at += part.length;
    }
  }

  private HttpRequest.Builder request(String state, String officer, String path) throws Exception {
    String login = officer + ":" + NodePair.PASSWORD;
    return HttpRequest.newBuilder(URI.create(pair.url(state) + "/api/v1" + path))
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
  }
}
