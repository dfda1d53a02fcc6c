// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bench.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.bench.decide.DecisionBenchmark;
import lat.enlace.bench.measure.Benchmark;
import lat.enlace.bench.measure.DiskFolder;
import lat.enlace.bench.measure.Measure;
import lat.enlace.node.wiring.RunningNode;

/// How many dispatches of about 4 KiB two whole nodes exchange in a second, and how long one takes
/// from the caller to its durable receipt. Both run in this process, with their real databases,
/// ledgers, mirrors and keys, joined by HTTP over mutual TLS; the memory told is that of both and
/// of the callers.
public final class ExchangeBenchmark implements Benchmark {
  private static final double P99 = 0.99;

  private final Scale scale;

  /// How much is measured.
  ///
  /// @param dispatches of each run of the rate
  /// @param seconds of each run at half of it
  public record Scale(int runs, int dispatches, double seconds) {}

  /// In full.
  public ExchangeBenchmark() {
    this(new Scale(3, 10_000, 10));
  }

  /// At another scale, for trying out.
  public ExchangeBenchmark(Scale scale) {
    this.scale = scale;
  }

  @Override
  public String name() {
    return "exchange";
  }

  @Override
  public String summary() {
    return "dispatches from caller to durable receipt between two whole nodes";
  }

  @Override
  public List<Measure> run(Progress progress) throws Exception {
    List<Double> rates = new ArrayList<>();
    List<Double> latencies = new ArrayList<>();
    List<Double> rest = new ArrayList<>();
    List<Double> loaded = new ArrayList<>();
    try (DiskFolder folder = DiskFolder.create()) {
      TwoStates states =
          new TwoStates(folder.at(""), Path.of(System.getProperty("enlace.home", ".")));
      progress.say("making two nodes");
      states.make();
      try (RunningNode _ = RunningNode.start(states.open(TwoStates.HOLDING));
          RunningNode asking = RunningNode.start(states.open(TwoStates.ASKING))) {
        rest.add(Memory.residentMebibytes());
        Load load = new Load(asking.core());
        progress.say("warming up");
        load.rate(scale.dispatches() / 2);
        for (int run = 1; run <= scale.runs(); run++) {
          progress.say("sending " + scale.dispatches() + ", run " + run);
          rates.add(load.rate(scale.dispatches()));
        }
        loaded.add(Memory.mostMebibytes());
        double half = Measure.of("rate", "1/s", rates).median() / 2;
        for (int run = 1; run <= scale.runs(); run++) {
          progress.say("waiting at half load, run " + run);
          latencies.add(load.latencies(half, scale.seconds()).millis(P99));
        }
      }
    }
    return List.of(
        Measure.of("throughput", "1/s", rates),
        Measure.of("latency-p99", "ms", latencies),
        new DecisionBenchmark().decision(),
        Measure.of("memory-rest", "MiB", rest),
        Measure.of("memory-load", "MiB", loaded));
  }
}
