// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.keys;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Turns at the slow hash of a password or passphrase. Each takes 19 MiB and a core, so at most two
/// are computed at a time, and whoever comes first goes first.
public final class HashTurns {
  private static final int AT_ONCE = 2;

  private final Semaphore free = new Semaphore(AT_ONCE, true);

  /// Computes `hash` when its turn comes.
  public <T> T take(Supplier<T> hash) {
    free.acquireUninterruptibly();
    try {
      return hash.get();
    } finally {
      free.release();
    }
  }
}
