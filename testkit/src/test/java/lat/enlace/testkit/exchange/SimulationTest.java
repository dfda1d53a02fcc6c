// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs grown from seeds. A failure names its seed: replay it with {@code -Denlace.seed=N}.
class SimulationTest {
  private static final int STEPS = 120;

  static LongStream seeds() {
    Long one = Long.getLong("enlace.seed");
    if (one != null) {
      return LongStream.of(one);
    }
    return LongStream.range(0, Boolean.getBoolean("enlace.full") ? 60 : 16);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void invariantsHoldAfterEveryStep(long seed) throws Exception {
    new Simulation(seed).run(STEPS);
  }

  @Test
  void sameSeed_isTheSameRun() throws Exception {
    List<String> first = outcome(7);
    assertThat(outcome(7)).isEqualTo(first);
  }

  private static List<String> outcome(long seed) throws Exception {
    Simulation simulation = new Simulation(seed);
    simulation.run(STEPS);
    return simulation.federation().nodes().stream()
        .flatMap(node -> node.store().dump().stream())
        .toList();
  }
}
