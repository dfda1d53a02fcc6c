// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.door;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// So many at once, and so many more who wait, in the order in which they came; nobody else.
final class Turns {
  private final Semaphore serving;
  private final Semaphore present;

  /// @param atOnce how many are served
  /// @param waiting how many may wait beside them
  Turns(int atOnce, int waiting) {
    this.serving = new Semaphore(atOnce, true);
    this.present = new Semaphore(atOnce + waiting);
  }

  /// True if nobody would have to wait now.
  boolean free() {
    return serving.availablePermits() > 0 && !serving.hasQueuedThreads();
  }

  /// Waits at most so long for a turn; who has one gives it back.
  boolean take(Duration patience) {
    if (!present.tryAcquire()) {
      return false;
    }
    boolean served = false;
    try {
      served = serving.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (!served) {
        present.release();
      }
    }
    return served;
  }

  /// The turn is over.
  void give() {
    serving.release();
    present.release();
  }
}
