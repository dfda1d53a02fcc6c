// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lat.enlace.bench.measure.Measure;
import org.junit.jupiter.api.Test;

class LedgerBenchmarkTest {
  @Test
  void run_measuresEachFigureAndThePeerInOneRun() throws Exception {
    LedgerBenchmark small =
        new LedgerBenchmark(new LedgerBenchmark.Scale(1, 5_000, 2_000, 0.5, 2_000));

    List<Measure> measures = small.run(_ -> {});

    assertThat(measures)
        .extracting(Measure::name)
        .containsExactly("append-rate", "ack-p99", "cosigned-p99", "proof-rate");
    assertThat(measures).extracting(Measure::unit).containsExactly("1/s", "ms", "ms", "1/s");
    assertThat(measures).allSatisfy(one -> assertThat(one.median()).isPositive());
    assertThat(measures.getFirst().peer())
        .singleElement()
        .satisfies(peer -> {
          assertThat(peer.name()).isEqualTo("postgresql-hash-chain");
          assertThat(peer.value()).isPositive();
        });
  }
}
