// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import java.time.Duration;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.node.store.SqlDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sweeps the keys of the database's rows while the node runs, if anything ended since the last
/// time, so that what was erased opens no more an hour later at the latest.
public final class KeySweeps implements AutoCloseable {
  /// How long what ended may wait.
  public static final Duration EVERY = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(KeySweeps.class);

  private final SqlDatabase database;
  private final Duration every;
  // Of its own, because a sweep is work of the database from end to end and would pin a carrier.
  private final Thread thread;

  /// Of `database`.
  public KeySweeps(SqlDatabase database, Duration every) {
    this.database = database;
    this.every = every;
    this.thread = Thread.ofPlatform().daemon(true).name("key-sweeps").unstarted(this::run);
  }

  /// Begins.
  public void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(every);
        sweep();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sweep() {
    if (!database.hasEnded()) {
      return;
    }
    try {
      int damaged = database.sweep().run();
      if (damaged > 0) {
        LOG.atError()
            .addKeyValue("event", "row-keys.damaged")
            .addKeyValue("keys", damaged)
            .log("keys of rows do not open; run fsck");
      }
      LOG.atInfo().addKeyValue("event", "row-keys.swept").log("keys of ended rows were destroyed");
    } catch (StoreException e) {
      LOG.atWarn()
          .addKeyValue("event", "row-keys.not-swept")
          .addKeyValue("code", e.code())
          .log("keys of ended rows wait for the next sweep");
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
