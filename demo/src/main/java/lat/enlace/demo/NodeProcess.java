// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A node as a process of its own.
final class NodeProcess implements AutoCloseable {
  private static final int START_SECONDS = 180;
  private static final int STOP_SECONDS = 20;
  private static final int PAUSE_MILLIS = 150;
  private static final int KIBI = 1024;

  private final DemoState state;
  private final int port;
  private final Process process;
  private final Path log;

  private NodeProcess(DemoState state, int port, Process process, Path log) {
    this.state = state;
    this.port = port;
    this.process = process;
    this.log = log;
  }

  /// Starts the node on its data folder; its output goes to a log file beside it. Its standard
  /// input ends with this process, however this process ends, and the node with it.
  ///
  /// @param port where its pages will answer
  static NodeProcess start(DemoState state, int port, Path home, Path data) throws IOException {
    Path log = data.resolveSibling(state.key() + ".log");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:TieredStopAtLevel=1",
            "-Xmx192m",
            "-Xss512k",
            "-cp",
            home.resolve("node/target/classes") + ":" + home.resolve("node/target/lib") + "/*",
            "lat.enlace.node.NodeMain",
            "node",
            "--until-input-ends",
            "--data",
            data.toString());
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new NodeProcess(state, port, process, log);
  }

  /// Waits until it answers.
  void awaitReady() throws IOException, InterruptedException, StepFailedException {
    HttpRequest health =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try (HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build()) {
      for (int waited = 0; waited < START_SECONDS * 1000; waited += PAUSE_MILLIS) {
        if (!process.isAlive()) {
          throw new StepFailedException(state.code() + " ended at once; see " + log);
        }
        if (answers(http, health)) {
          return;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
    throw new StepFailedException(state.code() + " did not start; see " + log);
  }

  private static boolean answers(HttpClient http, HttpRequest health) throws InterruptedException {
    try {
      return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      // Nobody listens yet.
      return false;
    }
  }

  /// The most memory it ever held resident, in MiB, where the system tells; otherwise 0.
  long mostResidentMebibytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(status, StandardCharsets.UTF_8)) {
      return lines
              .filter(line -> line.startsWith("VmHWM:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
              .findFirst()
              .orElse(0)
          / KIBI;
    }
  }

  /// Waits until it ends by itself.
  void awaitEnd() throws InterruptedException {
    process.waitFor();
  }

  /// Asks it to stop, and does not wait.
  void askToStop() {
    process.destroy();
  }

  /// Asks it to stop, and waits.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
