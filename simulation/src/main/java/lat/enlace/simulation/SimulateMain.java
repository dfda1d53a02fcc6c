// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// {@code ./enlace simulate}. Exit codes: 0 every invariant held, or the planted faults were
/// caught; 1 not so; 2 wrong use.
public final class SimulateMain {
  /// How many seeds a planted fault may stay hidden.
  static final long TRIES = 4;

  private SimulateMain() {}

  /// Runs it.
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(args, out, err));
  }

  static int run(String[] args, PrintStream out, PrintStream err) {
    Optional<Options> read = Options.read(args);
    if (read.isEmpty()) {
      err.print(Options.USAGE);
      return 2;
    }
    Options options = read.get();
    if (options.help()) {
      out.print(Options.USAGE);
      return 0;
    }
    if (options.mutants()) {
      return mutants(options, out, err);
    }
    return options.trace() ? trace(options, out) : campaign(options, out, err);
  }

  private static int trace(Options options, PrintStream out) {
    Campaign.Run run = new Campaign().one(options.from(), out::println);
    for (Campaign.Failure failure : run.failure()) {
      out.println(Reports.line(failure));
      failure.cause().printStackTrace(out);
    }
    return run.failure().isEmpty() ? 0 : 1;
  }

  private static int mutants(Options options, PrintStream out, PrintStream err) {
    PrintStream each = options.json() ? err : out;
    Mutants.Outcome outcome =
        Mutants.run(
            Mutant.all(),
            TRIES,
            options.threads(),
            (mutant, shown) -> each.println(Reports.line(mutant, shown)));
    out.print(options.json() ? Reports.json(outcome) : Reports.text(outcome));
    return outcome.ok() ? 0 : 1;
  }

  private static int campaign(Options options, PrintStream out, PrintStream err) {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    AtomicLong done = new AtomicLong();
    Campaign.Outcome outcome =
        new Campaign()
            .run(
                options.from(),
                options.seeds(),
                options.threads(),
                run -> {
                  long count = done.incrementAndGet();
                  run.failure().forEach(failure -> err.println(Reports.line(failure)));
                  if (terminal) {
                    err.print("\r" + count + " of " + options.seeds() + " seeds ");
                  }
                });
    if (terminal) {
      err.println();
    }
    out.print(options.json() ? Reports.json(outcome) : Reports.text(outcome));
    return outcome.ok() ? 0 : 1;
  }
}
