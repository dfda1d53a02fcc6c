// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import lat.enlace.node.config.SettingsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A node whose people come through a proxy that speaks TLS with them.
class BehindProxyTest {
  @TempDir private Path folder;

  @Test
  void pages_stayOnTlsThoughTheNodeItselfIsSpokenToInTheClear() throws Exception {
    NodePair pair = new NodePair(folder).make();
    String plain = pair.url("CO");
    Files.writeString(
        pair.folder("CO").settings(), "web.https = true\n", StandardOpenOption.APPEND);
    assertThat(SettingsFile.read(pair.folder("CO")).web().url()).isEqualTo("https://localhost");
    try (RunningNode _ = pair.start("CO");
        HttpClient http =
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
      HttpResponse<String> turned = get(http, plain + "/");
      assertThat(turned.statusCode()).isEqualTo(302);
      assertThat(turned.headers().firstValue("location")).contains("/login");
      assertThat(turned.headers().firstValue("strict-transport-security").orElse(""))
          .contains("max-age=");
      assertThat(get(http, plain + "/first").headers().firstValue("location")).contains("/login");
      List<String> cookies = get(http, plain + "/login").headers().allValues("set-cookie");
      assertThat(cookies)
          .isNotEmpty()
          .allSatisfy(
              cookie -> assertThat(cookie).startsWith("__Host-").contains("; Secure", "HttpOnly"));
    }
  }

  private static HttpResponse<String> get(HttpClient http, String address) throws Exception {
    return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }
}
