// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.bench.decide.DecisionBenchmark;
import lat.enlace.bench.exchange.ExchangeBenchmark;
import lat.enlace.bench.ledger.LedgerBenchmark;
import lat.enlace.bench.measure.Benchmark;

/// {@code ./enlace bench NAME [--json]}. Exit codes: 0 done, 2 wrong use, 3 could not.
public final class BenchMain {
  private static final List<Benchmark> BENCHMARKS =
      List.of(new DecisionBenchmark(), new LedgerBenchmark(), new ExchangeBenchmark());

  private BenchMain() {}

  /// Runs one benchmark by name.
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(args, out, err));
  }

  static int run(String[] args, PrintStream out, PrintStream err) {
    List<String> names = new ArrayList<>(List.of(args));
    if (names.contains("--help") || names.contains("-h")) {
      usage(out);
      return 0;
    }
    boolean json = names.remove("--json");
    Benchmark chosen = names.size() == 1 ? find(names.getFirst()) : null;
    if (chosen == null) {
      usage(err);
      return 2;
    }
    try {
      Report report = new Report(chosen.name(), Machine.here(), chosen.run(err::println));
      out.print(json ? report.json() + System.lineSeparator() : report.text());
      return 0;
    } catch (Exception e) {
      err.println("enlace bench: " + chosen.name() + " could not run: " + e);
      return 3;
    }
  }

  private static void usage(PrintStream to) {
    to.println("Usage: enlace bench NAME [--json], where NAME is one of");
    BENCHMARKS.forEach(each -> to.printf("  %-12s %s%n", each.name(), each.summary()));
  }

  private static @org.jspecify.annotations.Nullable Benchmark find(String name) {
    return BENCHMARKS.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
  }
}
