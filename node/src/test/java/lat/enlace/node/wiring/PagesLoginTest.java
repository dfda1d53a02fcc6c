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
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/// Logging in to the pages of a running node, by plain HTTP.
class PagesLoginTest {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final Pattern ONCE = Pattern.compile("name=\"once\"[^>]*value=\"([^\"]+)\"");
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
    assertThat(answer.headers().firstValue("location")).contains("/login");
  }

  @Test
  void login_opensANewSessionInItsOwnCookie() throws Exception {
    String planted = "enlace-co=00112233445566778899AABBCCDDEEFF";
    HttpResponse<String> page = get("/login", planted);
    String before = cookie(page);
    assertThat(before).startsWith("enlace-co-form=");
    assertThat(page.headers().allValues("set-cookie"))
        .singleElement()
        .asString()
        .contains("HttpOnly", "SameSite=Strict");
    HttpResponse<String> in = attempt(page, "auditor", NodePair.PASSWORD);
    assertThat(String.join(";", in.headers().allValues("set-cookie")))
        .contains("HttpOnly")
        .contains("SameSite=Lax");
    assertThat(in.statusCode()).isEqualTo(302);
    assertThat(in.headers().firstValue("location").orElse("")).doesNotContain("error");
    String after = cookie(in);
    assertThat(after).startsWith("enlace-co=").isNotEqualTo(planted);
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
  void login_takesNoTokenOfAnotherStrangersForm() throws Exception {
    HttpResponse<String> mine = get("/login", "");
    HttpResponse<String> yours = get("/login", "");
    Matcher token = CSRF.matcher(yours.body());
    assertThat(token.find()).isTrue();
    String body =
        "username=auditor&password=%s&_csrf=%s"
            .formatted(encoded(NodePair.PASSWORD), encoded(token.group(1)));
    assertThat(HTTP.send(form("/login", cookie(mine), body), BodyHandlers.ofString()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void strangers_leaveNoSessionsBehind() throws Exception {
    int before = sessions();
    for (int i = 0; i < 100; i++) {
      for (String path : List.of("/login", "/first", "/verify", "/questions")) {
        assertThat(get(path, "").statusCode()).isLessThan(500);
      }
    }
    attempt(get("/login", ""), "auditor", "a wrong password");
    HttpResponse<String> page = get("/verify", "");
    Matcher token = CSRF.matcher(page.body());
    assertThat(token.find()).isTrue();
    HttpRequest verify =
        form("/verify", cookie(page), "proof=x&opening=AA&_csrf=" + encoded(token.group(1)));
    assertThat(HTTP.send(verify, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    assertThat(HTTP.send(form("/ask", "", "a=b"), BodyHandlers.ofString()).statusCode())
        .isEqualTo(403);
    assertThat(sessions()).isEqualTo(before);
    assertThat(cookie(attempt(get("/login", ""), "auditor", NodePair.PASSWORD)))
        .startsWith("enlace-co=");
    assertThat(sessions()).isEqualTo(before + 1);
  }

  @Test
  void password_changedElsewhereEndsEverySessionButTheOneThatChangedIt() throws Exception {
    String thief = cookie(attempt(get("/login", ""), "analyst", NodePair.PASSWORD));
    String own = cookie(attempt(get("/login", ""), "analyst", NodePair.PASSWORD));
    assertThat(get("/", thief).statusCode()).isEqualTo(200);
    HttpResponse<String> page = get("/own", own);
    String body =
        "before=%s&password=%s&again=%s&_csrf=%s&once=%s"
            .formatted(
                encoded(NodePair.PASSWORD),
                encoded("another sample secret"),
                encoded("another sample secret"),
                encoded(found(CSRF, page)),
                encoded(found(ONCE, page)));
    HttpResponse<String> changed =
        HTTP.send(form("/own/password", own, body), BodyHandlers.ofString());
    assertThat(changed.headers().firstValue("location").orElse("")).isEqualTo("/own");
    assertThat(get("/", own).statusCode()).isEqualTo(200);
    assertThat(get("/", thief).headers().firstValue("location").orElse(""))
        .isEqualTo("/login?expired");
    assertThat(get("/api/v1/ledger/head", thief).statusCode()).isEqualTo(401);
  }

  @Test
  void account_closedAndOpenedAgainHasNoSessionOfBefore() throws Exception {
    String before = cookie(attempt(get("/login", ""), "duty-officer", NodePair.PASSWORD));
    assertThat(get("/", before).statusCode()).isEqualTo(200);
    RestCaller operator = new RestCaller(url, "operator", NodePair.PASSWORD);
    for (String deed : List.of("close", "reopen")) {
      assertThat(operator.status("POST", "/api/v1/accounts/duty-officer/" + deed, ""))
          .isEqualTo(204);
    }
    assertThat(get("/", before).statusCode()).isEqualTo(302);
    String reset = "{\"password\": \"a third sample secret\"}";
    String again = cookie(attempt(get("/login", ""), "duty-officer", NodePair.PASSWORD));
    assertThat(get("/", again).statusCode()).isEqualTo(200);
    assertThat(operator.status("POST", "/api/v1/accounts/duty-officer/password", reset))
        .isEqualTo(204);
    assertThat(get("/", again).statusCode()).isEqualTo(302);
  }

  private static String found(Pattern pattern, HttpResponse<String> page) {
    Matcher matcher = pattern.matcher(page.body());
    assertThat(matcher.find()).as(pattern.pattern()).isTrue();
    return matcher.group(1);
  }

  private static int sessions() {
    TomcatWebServer server =
        (TomcatWebServer)
            Objects.requireNonNull(((WebServerApplicationContext) node.faces()).getWebServer());
    int sessions = 0;
    for (Container context : server.getTomcat().getHost().findChildren()) {
      sessions += ((Context) context).getManager().getActiveSessions();
    }
    return sessions;
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
      if (header.startsWith("enlace-co") && !header.contains("=;")) {
        cookies.add(header.substring(0, header.indexOf(';')));
      }
    }
    return String.join("; ", cookies);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
