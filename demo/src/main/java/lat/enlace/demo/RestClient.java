// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One officer at one node, through the REST API.
final class RestClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http;
  private final DemoState state;
  private final DemoState.Account account;

  RestClient(DemoState state, DemoState.Account account) {
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(PATIENCE)
            .build();
    this.state = state;
    this.account = account;
  }

  JsonNode get(String path) throws IOException, InterruptedException, StepFailedException {
    return send(request(path).GET().build());
  }

  JsonNode post(String path, Object body)
      throws IOException, InterruptedException, StepFailedException {
    String json = JsonMapper.shared().writeValueAsString(body);
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    String login = account.id() + ":" + account.password();
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + state.webPort() + "/api/v1" + path))
        .timeout(PATIENCE)
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
  }

  private JsonNode send(HttpRequest request)
      throws IOException, InterruptedException, StepFailedException {
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new StepFailedException(
          state.code()
              + " "
              + account.id()
              + " "
              + request.method()
              + " "
              + request.uri().getPath()
              + ": "
              + response.statusCode()
              + " "
              + response.body());
    }
    return response.body().isEmpty()
        ? JsonMapper.shared().createObjectNode()
        : JsonMapper.shared().readTree(response.body());
  }

  @Override
  public void close() {
    http.close();
  }
}
