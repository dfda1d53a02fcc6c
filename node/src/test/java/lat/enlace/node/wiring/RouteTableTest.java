// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lat.enlace.model.Role;
import lat.enlace.node.wiring.Routes.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Who may come in where: every address of a running node, asked by nobody and by each role, is
/// compared with the table of {@code docs/spec/routes.md}. An address without a row fails.
class RouteTableTest {
  private static final String NOBODY = "anonymous";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data; boundary=part";
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final Pattern ONCE = Pattern.compile("name=\"once\"[^>]*value=\"([^\"]+)\"");

  @TempDir private Path folder;

  @Test
  void routes_letInExactlyTheRolesOfTheTable() throws Exception {
    NodePair pair = new NodePair(folder).make();
    JsonNode bodies = Routes.bodies();
    List<String> observed = new ArrayList<>();
    try (RunningNode node = pair.start("CO")) {
      List<Caller> callers = new ArrayList<>();
      for (String who : who()) {
        callers.add(new Caller(pair.url("CO"), who));
      }
      for (Route route : Routes.of(node)) {
        StringBuilder row = new StringBuilder("| `" + route + "` |");
        for (Caller caller : callers) {
          row.append(caller.letIn(route, bodies.get(route.toString())) ? " yes |" : " - |");
        }
        observed.add(row.toString());
      }
    }
    assertThat(observed).hasSizeGreaterThan(100);
    assertThat(observed).containsExactlyElementsOf(documented());
  }

  private static List<String> who() {
    return Stream.concat(Stream.of(NOBODY), Stream.of(Role.values()).map(Role::code)).toList();
  }

  private static List<String> documented() throws IOException {
    String root = Objects.requireNonNull(System.getProperty("enlace.root"));
    try (Stream<String> lines = Files.lines(Path.of(root, "docs", "spec", "routes.md"))) {
      return lines.filter(line -> line.startsWith("| `")).toList();
    }
  }

  /// Nobody, or the officer who holds one role alone, with cookies of his own.
  private static final class Caller {
    private final HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .cookieHandler(new CookieManager())
            .build();
    private final String url;
    private final String who;

    Caller(String url, String who) {
      this.url = url;
      this.who = who;
    }

    boolean letIn(Route route, JsonNode body) throws IOException, InterruptedException {
      HttpRequest.Builder request = to(route.somewhere());
      if (route.method().equals("GET")) {
        request.GET();
      } else if (route.isApi()) {
        String type =
            body != null && body.isString() ? "application/octet-stream" : "application/json";
        String text = body == null ? "{}" : body.isString() ? body.asString() : body.toString();
        request
            .header("Content-Type", type)
            .method(route.method(), HttpRequest.BodyPublishers.ofString(text));
      } else {
        Map<String, String> fields = fields(body);
        boolean upload = body != null && body.has("file");
        request
            .header("Content-Type", upload ? MULTIPART : FORM)
            .method(
                route.method(),
                HttpRequest.BodyPublishers.ofString(upload ? parts(fields) : pairs(fields)));
      }
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      if (!route.path().equals("/error")) {
        assertThat(answer.statusCode()).as("%s by %s", route, who).isLessThan(500);
      }
      return !turnedAway(route, answer);
    }

    private static boolean turnedAway(Route route, HttpResponse<String> answer) {
      String place = answer.headers().firstValue("location").orElse("");
      return switch (answer.statusCode()) {
        case 401 -> true;
        case 403 ->
            !route.isApi()
                || Stream.of("ROLE_MISSING", "AGENCY_CEILING", "HTTP_403")
                    .anyMatch(answer.body()::contains);
        default -> place.matches(".*/login(\\?expired)?") && !route.path().equals("/first");
      };
    }

    /// The fields of a form, with the tokens that a page of this session gave out.
    private Map<String, String> fields(JsonNode body) throws IOException, InterruptedException {
      String page = who.equals(NOBODY) ? "/verify" : "/own";
      String shown = http.send(to(page).build(), BodyHandlers.ofString()).body();
      Map<String, String> fields = new LinkedHashMap<>();
      found(CSRF, shown, "_csrf", fields);
      found(ONCE, shown, "once", fields);
      if (body != null) {
        body.properties()
            .forEach(each ->
                fields.put(each.getKey(), each.getValue().asString(each.getValue().toString())));
      }
      return fields;
    }

    private static String pairs(Map<String, String> fields) {
      return String.join(
          "&",
          fields.entrySet().stream()
              .map(each -> each.getKey() + "=" + encoded(each.getValue()))
              .toList());
    }

    private static String parts(Map<String, String> fields) {
      StringBuilder text = new StringBuilder();
      fields.forEach((name, value) ->
          text.append("--part\r\nContent-Disposition: form-data; name=\"")
              .append(name)
              .append(name.equals("file") ? "\"; filename=\"file\"" : "\"")
              .append("\r\n\r\n")
              .append(value)
              .append("\r\n"));
      return text.append("--part--\r\n").toString();
    }

    private static void found(
        Pattern pattern, String page, String field, Map<String, String> fields) {
      Matcher matcher = pattern.matcher(page);
      if (matcher.find()) {
        fields.put(field, matcher.group(1));
      }
    }

    private HttpRequest.Builder to(String path) {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
      if (!who.equals(NOBODY)) {
        String login = who + ":" + NodePair.PASSWORD;
        request.header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
      }
      return request;
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }
}
