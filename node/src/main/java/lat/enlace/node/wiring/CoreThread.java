// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.node.ops.Outage;
import lat.enlace.workbench.Core;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one platform thread on which the protocol core runs. Work waits in a bounded queue; what has
/// begun is always waited for, because its outcome must be known.
///
/// Callers that wait at the same time share one way to the disk (docs/adr/0010): their works run
/// one after the other, and none hears of its outcome before all of them are synced.
///
/// Here every failure of store or ledger becomes the one typed answer UNAVAILABLE, and from here
/// the core is opened again once the cause has ended.
public final class CoreThread implements Core, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CoreThread.class);
  private static final int MAX_WAITING = 256;
  private static final int MAX_TOGETHER = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration CLOSING = Duration.ofSeconds(20);

  private final RevivedCore revived;
  private final ThreadPoolExecutor executor;
  private final BlockingQueue<Task<?>> waiting = new ArrayBlockingQueue<>(MAX_WAITING);

  /// Opens a core, which nobody else must touch.
  ///
  /// @param store throws a {@link StoreException} while the store takes no writes
  CoreThread(RevivedCore.Opening opening, Runnable store) throws ExchangeException {
    revived = new RevivedCore(opening, store);
    executor =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("core").factory());
  }

  @Override
  public <T> T with(Work<T> work) throws ExchangeException {
    Task<T> task = new Task<>(() -> work.on(revived.core()));
    if (!waiting.offer(task)) {
      throw notTaken();
    }
    try {
      executor.execute(this::serve);
    } catch (RejectedExecutionException e) {
      task.giveUp();
      throw notTaken();
    }
    return outcome(task);
  }

  /// What keeps the core from taking work, if anything does.
  public Optional<Outage> outage() {
    return revived.outage();
  }

  /// Runs what waits now, in order; whoever comes meanwhile shares the next way to the disk.
  private void serve() {
    List<Task<?>> together = new ArrayList<>();
    waiting.drainTo(together, MAX_TOGETHER);
    try {
      revived.reviveIfDue();
      revived.core().together(together);
    } finally {
      together.forEach(task -> task.lost(notKept()));
    }
  }

  private <T> T outcome(Task<T> task) throws ExchangeException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.result(PATIENCE);
        } catch (InterruptedException e) {
          interrupted = true;
          if (task.giveUp()) {
            throw notTaken();
          }
        } catch (TimeoutException e) {
          if (task.giveUp()) {
            throw notTaken();
          }
        } catch (ExecutionException e) {
          throw typed(e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private ExchangeException typed(ExecutionException e) {
    return switch (e.getCause()) {
      case ExchangeException known -> revived.noted(known);
      case StoreException store ->
          revived.noted(
              new ExchangeException(
                  ExchangeException.Code.UNAVAILABLE, "the database is not usable", store));
      case RuntimeException bug -> throw bug;
      case Error error -> throw error;
      case null, default -> throw new IllegalStateException(e);
    };
  }

  private static ExchangeException notKept() {
    return new ExchangeException(
        ExchangeException.Code.UNAVAILABLE, "the core ended before this was on disk");
  }

  private static ExchangeException notTaken() {
    return new ExchangeException(
        ExchangeException.Code.UNAVAILABLE, "the core is busy or stopping; nothing was done");
  }

  /// Takes nothing more, finishes what waits, and gives the ledger's lease back.
  @Override
  public void close() {
    FutureTask<Boolean> closing = new FutureTask<>(revived::close, true);
    try {
      executor.execute(closing);
    } catch (RejectedExecutionException e) {
      return;
    }
    executor.shutdown();
    try {
      if (!executor.awaitTermination(CLOSING.toSeconds(), TimeUnit.SECONDS)) {
        LOG.atError().addKeyValue("event", "core.not-ended").log("the core did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
