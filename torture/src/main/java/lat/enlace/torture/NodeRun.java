// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lat.enlace.demo.StepFailedException;

/// One node under torture: its folder, its process, and how it is told what to suffer.
final class NodeRun implements AutoCloseable {
  private static final int START_SECONDS = 120;
  private static final int STOP_SECONDS = 30;
  private static final int PAUSE_MILLIS = 50;

  private final Side side;
  private final Path archive;
  private Process process;

  private NodeRun(Side side, Path archive, Process process) {
    this.side = side;
    this.archive = archive;
    this.process = process;
  }

  /// Where one node is and what lies beside it.
  ///
  /// @param data its data folder
  /// @param beside a folder for what is not its own: notes, switches, its log
  record Side(Path data, Path beside, int webPort) {
    Path notes() {
      return beside.resolve("notes");
    }

    Path switches() {
      return beside.resolve("switches");
    }
  }

  /// Starts it from the classes of this process; it answers once `awaitReady` returns.
  static NodeRun start(Side side, Path archive) throws IOException {
    return new NodeRun(side, archive, begin(side, archive));
  }

  private static Process begin(Side side, Path archive) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:TieredStopAtLevel=1",
            "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=" + archive,
            "-Xmx192m",
            "-Xss512k",
            "-cp",
            System.getProperty("java.class.path"),
            TortureNodeMain.class.getName(),
            side.data().toString(),
            side.notes().toString(),
            side.switches().toString());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(side.beside().resolve("log").toFile()))
        .start();
  }

  Side side() {
    return side;
  }

  boolean runs() {
    return process.isAlive();
  }

  /// Ends it at once, as the system does when it has no choice.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// Starts it again after it ended.
  void startAgain() throws IOException {
    process = begin(side, archive);
  }

  /// Waits until it answers that it is well.
  void awaitReady() throws IOException, InterruptedException, StepFailedException {
    HttpRequest health =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + side.webPort() + "/health"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try (HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build()) {
      for (int waited = 0; waited < START_SECONDS * 1000; waited += PAUSE_MILLIS) {
        StepFailedException.unless(
            process.isAlive(), "a node does not open again; see " + side.beside().resolve("log"));
        if (well(http, health)) {
          return;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
    throw new StepFailedException("a node is not well; see " + side.beside().resolve("log"));
  }

  private static boolean well(HttpClient http, HttpRequest health) throws InterruptedException {
    try {
      return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      // Nobody listens yet.
      return false;
    }
  }

  /// Asks it to stop, and waits.
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
