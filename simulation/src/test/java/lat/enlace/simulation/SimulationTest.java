// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Runs grown from seeds, in a process of their own as people start them. A failure names its seed:
/// replay it with {@code ./enlace simulate --from N --seeds 1 --trace}.
class SimulationTest {
  private static final int STEPS = 40;
  private static final int SEEDS = 2;
  private static final int FULL = 20;

  @Test
  void invariantsHoldAfterEveryStep() throws Exception {
    boolean full = Boolean.getBoolean("enlace.full");
    String seeds = String.valueOf(full ? FULL : SEEDS);
    String told = process(0, SimulateMain.class, "--from", "0", "--seeds", seeds, "--json");
    assertThat(told).contains("\"ok\":true", "\"seeds\":" + seeds + ",", "\"violations\":[]");
  }

  /// A thread that dies of an error leaves seeds that showed nothing: that is no success.
  @Test
  void seedWithoutAnEnd_isAFailure() {
    Campaign.Outcome outcome =
        new Campaign()
            .run(
                3,
                2,
                1,
                _ -> {
                  throw new AssertionError("a thread dies");
                });
    assertThat(outcome.ok()).isFalse();
    assertThat(outcome.failures()).extracting(Campaign.Failure::seed).contains(4L);
  }

  @Test
  void wrongUse_isToldAndDoesNothing() {
    for (String[] wrong :
        List.of(
            new String[] {"--seeds", "0"},
            new String[] {"--seeds"},
            new String[] {"--seeds", "x"},
            new String[] {"--from", "1", "--no-such-option", "1"},
            new String[] {"--trace", "--seeds", "2"})) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      assertThat(SimulateMain.run(wrong, new PrintStream(out), new PrintStream(err))).isEqualTo(2);
      assertThat(out.size()).isZero();
      assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Usage:");
    }
  }

  @Test
  void sameSeed_isTheSameRun() throws Exception {
    List<String> first = Replay.outcome(7, STEPS);
    assertThat(Replay.outcome(7, STEPS)).isEqualTo(first);
    assertThat(Replay.outcome(8, STEPS)).isNotEqualTo(first);
  }

  /// Every process of a Java platform walks its immutable sets and maps in another order.
  @Test
  void sameSeed_isTheSameRunInAnotherProcess() throws Exception {
    Path written = Files.createTempFile("enlace-replay", ".txt");
    process(0, Replay.class, "7", String.valueOf(STEPS), written.toString());
    assertThat(Replay.outcome(7, STEPS)).isEqualTo(Files.readAllLines(written));
    Files.delete(written);
  }

  private static String process(int exit, Class<?> main, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isEqualTo(exit);
    return out;
  }
}
