// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One officer's browser: cookies, redirects, and forms sent as a browser without JavaScript sends
/// them.
final class Browser {
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([0-9a-f]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final URI base;

  Browser(Stage stage, String officer) {
    this.base = URI.create("http://127.0.0.1:" + stage.port());
    if (!officer.isEmpty()) {
      HttpCookie cookie = new HttpCookie("as", officer);
      cookie.setPath("/");
      cookie.setVersion(0);
      cookies.getCookieStore().add(base, cookie);
    }
  }

  /// A page as it came, after redirects.
  record Page(int status, String path, String html) {
    /// The token of the form with this id, or of the first form.
    String once(String form) {
      Matcher matcher = ONCE.matcher(html.substring(Math.max(0, html.indexOf("id=\"" + form))));
      assertThat(matcher.find()).as("a form token on " + path).isTrue();
      return matcher.group(1);
    }

    /// The first match of {@code pattern}'s group.
    String find(String pattern) {
      Matcher matcher = Pattern.compile(pattern).matcher(html);
      assertThat(matcher.find()).as(pattern + " on " + path).isTrue();
      return matcher.group(1);
    }
  }

  Page get(String path) {
    return send(HttpRequest.newBuilder(base.resolve(path)).GET());
  }

  /// Sends a form.
  ///
  /// @param fields name, value, name, value …
  Page post(String path, String... fields) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(encode(fields[i]) + "=" + encode(fields[i + 1]));
    }
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
  }

  private Page send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(
              request.header("Accept", "text/html").header("Accept-Language", "es").build(),
              HttpResponse.BodyHandlers.ofString());
      return new Page(response.statusCode(), response.uri().getPath(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
