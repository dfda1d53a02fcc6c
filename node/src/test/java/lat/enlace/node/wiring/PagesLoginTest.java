// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logging in to the pages of a running node, by plain HTTP.
class PagesLoginTest {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

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
  void pages_sendStrangersToTheLogin() throws Exception {
    HttpResponse<String> answer = get("/", "");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("location").orElse("")).endsWith("/login");
  }

  @Test
  void login_opensANewSessionInItsOwnCookie() throws Exception {
    HttpResponse<String> page = get("/login", "");
    String before = cookie(page);
    assertThat(before).startsWith("enlace-co=");
    assertThat(String.join(";", page.headers().allValues("set-cookie")))
        .contains("HttpOnly")
        .contains("SameSite=Lax");
    HttpResponse<String> in = attempt(page, "auditor", NodePair.PASSWORD);
    assertThat(in.statusCode()).isEqualTo(302);
    assertThat(in.headers().firstValue("location").orElse("")).doesNotContain("error");
    String after = cookie(in);
    assertThat(after).startsWith("enlace-co=").isNotEqualTo(before);
    assertThat(get("/", after).statusCode()).isEqualTo(200);
    assertThat(get("/", before).statusCode()).isEqualTo(302);
  }

  @Test
  void login_refusesAWrongPassword() throws Exception {
    HttpResponse<String> page = get("/login", "");
    HttpResponse<String> in = attempt(page, "auditor", "a wrong password");
    assertThat(in.headers().firstValue("location").orElse("")).contains("/login?error");
  }

  @Test
  void login_needsTheTokenOfTheForm() throws Exception {
    HttpResponse<String> page = get("/login", "");
    HttpRequest request =
        form("/login", cookie(page), "username=auditor&password=" + encoded(NodePair.PASSWORD));
    assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
  }

  @Test
  void pages_sayThatASessionEnded() throws Exception {
    HttpResponse<String> answer = get("/questions", "enlace-co=00112233445566778899AABBCCDDEEFF");
    assertThat(answer.headers().firstValue("location").orElse("")).endsWith("/login?expired");
  }

  @Test
  void formOfAnEndedSession_changesNothingAndGivesBackWhatWasTyped() throws Exception {
    String body = "p.name=Nombre+%3Cb%3Einventado&passphrase=kept-to-himself&_csrf=forged";
    HttpRequest request = form("/ask", "enlace-co=00112233445566778899AABBCCDDEEFF", body);
    HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .contains("id=\"typed\"", "Nombre &lt;b&gt;inventado")
        .doesNotContain("kept-to-himself", "forged");
  }

  @Test
  void formOfAnotherSite_isNotRepeated() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                form("/ask", "", "p.name=planted"), (header, value) -> !header.equals("Cookie"))
            .header("Sec-Fetch-Site", "cross-site")
            .build();
    HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("id=\"ended\"").doesNotContain("planted");
  }

  @Test
  void session_needsTheTokenForTheApiToo() throws Exception {
    HttpResponse<String> page = get("/login", "");
    String session = cookie(attempt(page, "auditor", NodePair.PASSWORD));
    assertThat(get("/api/v1/ledger/head", session).statusCode()).isEqualTo(200);
    HttpRequest request = form("/api/v1/questions", session, "");
    assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
  }

  private static HttpResponse<String> get(String path, String cookie)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> attempt(
      HttpResponse<String> page, String name, String password)
      throws IOException, InterruptedException {
    Matcher token = CSRF.matcher(page.body());
    assertThat(token.find()).as("a token in the form").isTrue();
    String body =
        "username=%s&password=%s&_csrf=%s"
            .formatted(name, encoded(password), encoded(token.group(1)));
    return HTTP.send(form("/login", cookie(page), body), BodyHandlers.ofString());
  }

  private static HttpRequest form(String path, String cookie, String body) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Cookie", cookie)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static String cookie(HttpResponse<String> response) {
    List<String> cookies = new ArrayList<>();
    for (String header : response.headers().allValues("set-cookie")) {
      if (header.startsWith("enlace-co=")) {
        cookies.add(header.substring(0, header.indexOf(';')));
      }
    }
    return cookies.isEmpty() ? "" : cookies.getLast();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
