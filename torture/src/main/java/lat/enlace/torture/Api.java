// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import lat.enlace.demo.DemoState.Account;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The REST API of one node, for all its officers.
final class Api {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int SERVER_ERROR = 500;
  private static final int FIRST_REFUSAL = 300;

  private final HttpClient http;
  private final int port;

  Api(int port) {
    this.port = port;
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(PATIENCE)
            .build();
  }

  Reply get(Account by, String path) throws InterruptedException {
    return send(request(by, path).GET().build());
  }

  Reply post(Account by, String path, Object body) throws InterruptedException {
    return send(
        request(by, path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
            .build());
  }

  /// A file of holdings.
  Reply file(Account by, String path, String lines) throws InterruptedException {
    return send(
        request(by, path)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofString(lines))
            .build());
  }

  private HttpRequest.Builder request(Account by, String path) {
    String login = by.id() + ":" + by.password();
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
        .timeout(PATIENCE)
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
  }

  private Reply send(HttpRequest request) throws InterruptedException {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= SERVER_ERROR) {
        return new Reply.Unknown();
      }
      JsonNode body =
          response.body().isEmpty()
              ? JsonMapper.shared().createObjectNode()
              : JsonMapper.shared().readTree(response.body());
      return response.statusCode() < FIRST_REFUSAL
          ? new Reply.Done(body)
          : new Reply.Refused(response.statusCode(), body.path("code").asString(""));
    } catch (IOException e) {
      return new Reply.Unknown();
    }
  }
}
