// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.model.DispatchKind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Runs grown from seeds. A failure names its seed: replay it with {@code -Denlace.seed=N}, and try
/// seeds nobody has tried with {@code -Denlace.seeds=FROM-TO}.
class SimulationTest {
  private static final int STEPS = 160;

  /// Kinds that no officer of the simulation sends yet; direct tests do (docs/spec/invariants.md).
  private static final EnumSet<DispatchKind> NOT_YET =
      EnumSet.of(
          DispatchKind.REQUEST,
          DispatchKind.REQUEST_PROGRESS,
          DispatchKind.CLARIFICATION,
          DispatchKind.REPLY,
          DispatchKind.REQUEST_WITHDRAWAL,
          DispatchKind.SPONTANEOUS,
          DispatchKind.FEEDBACK);

  private static LongStream seeds() {
    Long one = Long.getLong("enlace.seed");
    if (one != null) {
      return LongStream.of(one);
    }
    String range = System.getProperty("enlace.seeds");
    if (range != null) {
      List<Long> ends = Stream.of(range.split("-", 2)).map(Long::valueOf).toList();
      return LongStream.rangeClosed(ends.getFirst(), ends.getLast());
    }
    return LongStream.range(0, Boolean.getBoolean("enlace.full") ? 80 : 24);
  }

  private static boolean campaign() {
    return System.getProperty("enlace.seed") == null && System.getProperty("enlace.seeds") == null;
  }

  @TestFactory
  Stream<DynamicTest> invariantsHoldAfterEveryStep() {
    Coverage all = new Coverage();
    Stream<DynamicTest> runs =
        seeds().mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> run(seed, all)));
    DynamicTest covered =
        DynamicTest.dynamicTest("every kind, lie and fault was seen", () -> requireAll(all));
    return campaign() ? Stream.concat(runs, Stream.of(covered)) : runs;
  }

  private static void run(long seed, Coverage all) throws Exception {
    try {
      all.add(new Simulation(seed).run(STEPS));
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "seed "
              + seed
              + " fails; replay: mvn -pl testkit -am test"
              + " -Dtest=SimulationTest -Dsurefire.failIfNoSpecifiedTests=false -Denlace.seed="
              + seed,
          e);
    }
  }

  private static void requireAll(Coverage all) throws IOException {
    requireToldMoves(all);
    assertThat(all.taken()).isEqualTo(EnumSet.complementOf(NOT_YET));
    assertThat(all.told()).isEqualTo(EnumSet.allOf(Lie.class));
    assertThat(all.faults()).containsOnlyKeys(Fault.values());
    assertThat(all.states())
        .containsAll(
            EnumSet.complementOf(
                EnumSet.of(AskedQuestion.State.AWAITING_AUTHORITY, AskedQuestion.State.DECLINED)));
  }

  /// Only moves that docs/spec/kinds.md tells.
  private static void requireToldMoves(Coverage all) throws IOException {
    Path page = Path.of(System.getProperty("enlace.root"), "docs/spec/kinds.md");
    Map<String, String> told = new HashMap<>();
    for (String line : Files.readAllLines(page)) {
      if (line.startsWith("| `AskedQuestion.State` | `")) {
        List<String> cells = List.of(line.split("\\|", -1));
        told.put(cells.get(2).strip(), cells.get(3));
      }
    }
    assertThat(all.moves())
        .allSatisfy(move ->
            assertThat(told.get("`" + move.from().code() + "`"))
                .as("after %s", move.from().code())
                .contains("`" + move.to().code() + "`"));
  }

  @Test
  void sameSeed_isTheSameRun() throws Exception {
    List<String> first = outcome(7);
    assertThat(outcome(7)).isEqualTo(first);
    assertThat(outcome(8)).isNotEqualTo(first);
  }

  /// Every process of a Java platform walks its immutable sets and maps in another order.
  @Test
  void sameSeed_isTheSameRunInAnotherProcess() throws Exception {
    Path written = Files.createTempFile("enlace-replay", ".txt");
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Replay.class.getName(),
                "7",
                String.valueOf(STEPS / 4),
                written.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(other.waitFor()).isZero();
    assertThat(Replay.outcome(7, STEPS / 4)).isEqualTo(Files.readAllLines(written));
    Files.delete(written);
  }

  private static List<String> outcome(long seed) throws Exception {
    return Replay.outcome(seed, STEPS / 2);
  }
}
