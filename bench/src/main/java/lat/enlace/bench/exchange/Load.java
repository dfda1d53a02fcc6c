// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bench.exchange;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import lat.enlace.bench.measure.Latencies;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links;
import lat.enlace.workbench.Core;

/// Callers of one node, and the watch over what the partner has not receipted yet.
final class Load {
  private static final int CALLERS = 128;
  private static final long SECOND = 1_000_000_000;
  private static final long LOOK_EVERY = 2_000_000;

  /// To look means to count the whole outbox on the core's thread.
  private static final long SELDOM = 50_000_000;

  private final Core core;
  private final Inquiries inquiries = new Inquiries();
  private final AtomicLong numbers = new AtomicLong();

  /// When each dispatch that is not receipted yet was due, oldest first. Used on the core's thread.
  private final Queue<Long> due = new ArrayDeque<>();

  Load(Core core) {
    this.core = core;
  }

  /// Sends `count` dispatches as fast as they are taken and waits until all are receipted.
  ///
  /// @return how many in a second
  double rate(int count) throws Exception {
    long start = System.nanoTime();
    AtomicLong left = new AtomicLong(count);
    List<Callable<Long>> callers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      callers.add(() -> {
        long sent = 0;
        for (; left.getAndDecrement() > 0; sent++) {
          send();
        }
        return sent;
      });
    }
    long sent = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Long> one : threads.invokeAll(callers)) {
        sent += one.get();
      }
    }
    if (sent != count) {
      throw new IOException("not all were sent");
    }
    while (core.with(exchange -> waiting(exchange)) > 0) {
      LockSupport.parkNanos(SELDOM);
    }
    return count * (double) SECOND / (System.nanoTime() - start);
  }

  private void send() throws ExchangeException {
    long number = numbers.incrementAndGet();
    core.with(exchange -> inquiries.send(exchange, number));
  }

  /// Sends `rate` dispatches a second, each when it is due, and tells how long each took from then
  /// to its durable receipt.
  Latencies latencies(double rate, double seconds) throws Exception {
    Latencies found = new Latencies();
    int count = (int) (rate * seconds);
    long start = System.nanoTime();
    List<Future<Boolean>> sent = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      int offered = 0;
      while (found.count() < count) {
        long now = System.nanoTime();
        for (; offered < count && start + (long) (offered * SECOND / rate) <= now; offered++) {
          long at = start + (long) (offered * SECOND / rate);
          sent.add(threads.submit(() -> sendDue(at)));
        }
        look(found);
        LockSupport.parkNanos(LOOK_EVERY);
      }
      for (Future<Boolean> one : sent) {
        one.get();
      }
    }
    return found;
  }

  private boolean sendDue(long at) throws ExchangeException {
    long number = numbers.incrementAndGet();
    return core.with(exchange -> inquiries.send(exchange, number) && due.add(at));
  }

  /// What is receipted leaves the outbox, in order; an answer of the core is durable.
  private void look(Latencies found) throws ExchangeException {
    List<Long> receipted =
        core.with(exchange -> {
          List<Long> gone = new ArrayList<>();
          for (long more = due.size() - waiting(exchange); more > 0; more--) {
            gone.add(due.remove());
          }
          return gone;
        });
    long now = System.nanoTime();
    receipted.forEach(at -> found.add(now - at));
  }

  private static long waiting(Exchange exchange) {
    return exchange.links().health().stream().mapToLong(Links.LinkHealth::waiting).sum();
  }
}
