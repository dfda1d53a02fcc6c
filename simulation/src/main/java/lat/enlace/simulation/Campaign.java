// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import lat.enlace.exchange.ExchangeException;

/// Runs seed after seed, each in one thread, and adds up what they saw.
public final class Campaign {
  private final Cast cast = new Cast();

  /// A seed under which an invariant did not hold.
  public record Failure(long seed, Invariant invariant, int step, String seen, Throwable cause) {}

  /// What one seed came to.
  ///
  /// @param failure none or one
  public record Run(long seed, Duration passed, Coverage coverage, List<Failure> failure) {
    /// Copies the list.
    public Run {
      failure = List.copyOf(failure);
    }
  }

  /// What all seeds came to.
  public record Outcome(
      long seeds, Duration virtual, Duration real, Coverage coverage, List<Failure> failures) {
    /// Copies the list.
    public Outcome {
      failures = List.copyOf(failures);
    }

    /// True if every invariant held.
    public boolean ok() {
      return failures.isEmpty();
    }
  }

  /// Runs {@code count} seeds from {@code from}, {@code threads} at a time.
  ///
  /// @param done is told each run as it ends, from the thread that ran it
  public Outcome run(long from, long count, int threads, Consumer<Run> done) {
    long begin = System.nanoTime();
    AtomicLong next = new AtomicLong();
    ConcurrentLinkedQueue<Run> runs = new ConcurrentLinkedQueue<>();
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      workers.add(
          Thread.ofPlatform()
              .name("seeds-" + i)
              .start(() -> {
                for (long at = next.getAndIncrement(); at < count; at = next.getAndIncrement()) {
                  Run run = one(from + at, _ -> {});
                  runs.add(run);
                  done.accept(run);
                }
              }));
    }
    workers.forEach(Campaign::join);
    return sum(runs, from, count, Duration.ofNanos(System.nanoTime() - begin));
  }

  private static Outcome sum(Iterable<Run> runs, long from, long count, Duration real) {
    Set<Long> ended = new HashSet<>();
    Coverage coverage = new Coverage();
    List<Failure> failures = new ArrayList<>();
    Duration virtual = Duration.ZERO;
    for (Run run : runs) {
      ended.add(run.seed());
      coverage.add(run.coverage());
      failures.addAll(run.failure());
      virtual = virtual.plus(run.passed());
    }
    for (long seed = from; seed < from + count; seed++) {
      if (!ended.contains(seed)) {
        failures.add(notEnded(seed));
      }
    }
    failures.sort(Comparator.comparingLong(Failure::seed));
    return new Outcome(count, virtual, real, coverage, failures);
  }

  /// A seed whose thread died, or that no thread was left for, has shown nothing: that is a
  /// failure.
  private static Failure notEnded(long seed) {
    String seen = "the run of this seed did not end";
    return new Failure(seed, Invariant.SOUND, 0, seen, new IllegalStateException(seen));
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the campaign was interrupted", e);
    }
  }

  /// Runs one seed.
  ///
  /// @param trace is told every step
  public Run one(long seed, Consumer<String> trace) {
    Simulation simulation;
    try {
      simulation = new Simulation(cast, seed, trace);
    } catch (ExchangeException | RuntimeException e) {
      Failure failure = failure(seed, 0, e);
      return new Run(seed, Duration.ZERO, new Coverage(), List.of(failure));
    }
    List<Failure> failure = new ArrayList<>();
    try {
      simulation.run();
    } catch (ExchangeException | RuntimeException e) {
      failure.add(failure(seed, simulation.at(), e));
    }
    return new Run(seed, simulation.passed(), simulation.coverage(), failure);
  }

  private static Failure failure(long seed, int step, Exception e) {
    Invariant invariant = e instanceof Violation known ? known.invariant() : Invariant.SOUND;
    return new Failure(seed, invariant, step, String.valueOf(e.getMessage()), e);
  }
}
