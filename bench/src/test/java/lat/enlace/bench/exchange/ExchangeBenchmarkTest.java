// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bench.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lat.enlace.bench.measure.Measure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExchangeBenchmarkTest {
  @BeforeEach
  void home() {
    System.setProperty("enlace.home", System.getProperty("enlace.root", ".."));
  }

  @Test
  void run_measuresEachFigureBetweenTwoWholeNodes() throws Exception {
    ExchangeBenchmark small = new ExchangeBenchmark(new ExchangeBenchmark.Scale(1, 40, 1));

    List<Measure> measures = small.run(_ -> {});

    assertThat(measures)
        .extracting(Measure::name)
        .containsExactly("throughput", "latency-p99", "decision", "memory-rest", "memory-load");
    assertThat(measures).extracting(Measure::unit).containsExactly("1/s", "ms", "us", "MiB", "MiB");
    assertThat(measures).allSatisfy(one -> assertThat(one.median()).isPositive());
  }
}
