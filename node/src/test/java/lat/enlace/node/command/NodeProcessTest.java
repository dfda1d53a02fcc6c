// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A node as a process of its own: killed, started twice, left by the program that started it.
@Timeout(300)
class NodeProcessTest {
  @TempDir private Path folder = Path.of("");
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void node_survivesAKillRefusesASecondProcessAndEndsWithItsParentsPipe() throws Exception {
    Path data = folder.resolve("año nuevo");
    NodeShell made =
        NodeShell.run(
            "node",
            "init",
            "--data",
            data,
            "--origin",
            "co.example/enlace",
            "--state",
            "CO",
            "--port",
            freePort(),
            "--peer-port",
            freePort(),
            "--peer-address",
            "127.0.0.1");
    assertThat(made.exit()).as(made.err()).isZero();

    Process killed = start(data);
    awaitOpen(killed);
    NodeShell second = NodeShell.run("node", "--data", data);
    assertThat(second.exit()).isEqualTo(NodeLine.COULD_NOT);
    assertThat(second.err()).contains("IN_USE", "stop that node first");
    killed.destroyForcibly().waitFor();

    Process left = start(data);
    awaitOpen(left);
    left.getOutputStream().close();
    assertThat(left.waitFor()).isZero();
    assertThat(NodeShell.run("doctor", "--data", data).exit()).isZero();
  }

  private Process start(Path data) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-cp",
                System.getProperty(
                    "surefire.real.class.path", System.getProperty("java.class.path")),
                "lat.enlace.node.NodeMain",
                "node",
                "--until-input-ends",
                "--data",
                data.toString())
            .redirectErrorStream(true)
            .start();
    started.add(process);
    return process;
  }

  /// Reads what the node says until it is open; the rest is drained so that it never waits.
  private static void awaitOpen(Process node) throws Exception {
    BufferedReader said =
        new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder before = new StringBuilder();
    String line = said.readLine();
    while (line != null && !line.contains(" is open at ")) {
      before.append(line).append('\n');
      line = said.readLine();
    }
    assertThat(line).as(before.toString()).isNotNull();
    Thread.ofVirtual().start(() -> said.lines().forEach(ignored -> {}));
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
