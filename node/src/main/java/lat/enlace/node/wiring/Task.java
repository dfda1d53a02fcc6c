// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.ExchangeException;

/// One caller's work on the core. Its outcome is known when it is on disk, not when it has run.
final class Task<T> implements Exchange.Piece {
  private final AtomicBoolean taken = new AtomicBoolean();
  private final CompletableFuture<FutureTask<T>> decided = new CompletableFuture<>();
  private final FutureTask<T> work;

  Task(Callable<T> work) {
    this.work = new FutureTask<>(work);
  }

  @Override
  public void run() {
    if (taken.compareAndSet(false, true)) {
      work.run();
    }
  }

  /// Forgets the work if it has not begun.
  ///
  /// @return whether it had not
  boolean giveUp() {
    return taken.compareAndSet(false, true);
  }

  @Override
  public void durable() {
    decided.complete(work);
  }

  @Override
  public void lost(ExchangeException why) {
    decided.completeExceptionally(why);
  }

  /// What the work returned, once it is durable.
  ///
  /// @throws ExecutionException with what it threw, or why it was lost
  T result(Duration patience) throws InterruptedException, TimeoutException, ExecutionException {
    return Objects.requireNonNull(decided.get(patience.toMillis(), TimeUnit.MILLISECONDS).get());
  }
}
