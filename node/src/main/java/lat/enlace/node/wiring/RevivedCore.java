// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import java.time.Duration;
import java.util.Optional;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.node.ops.Outage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A core that comes back when what stopped it has ended: a disk that was full, a database that was
/// locked or gone, a folder that could not be written. It is opened again exactly as after a crash,
/// so that nothing acknowledged is lost and nothing is done twice. Attempts are at least a second
/// apart, later ones up to half a minute.
///
/// The core is used and opened on the core's thread; {@link #outage} and {@link #noted} on any.
final class RevivedCore {
  private static final Logger LOG = LoggerFactory.getLogger(RevivedCore.class);
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Opening opening;
  private final Runnable store;
  private Exchange exchange;
  private volatile boolean rolledBack;
  private volatile @Nullable Outage outage;
  private volatile @Nullable Throwable cause;
  private volatile long triedAt;
  private Duration wait = FIRST;

  RevivedCore(Opening opening, Runnable store) throws ExchangeException {
    this.opening = opening;
    this.store = store;
    this.exchange = opening.open();
  }

  /// Opens the core over the node's ports.
  interface Opening {
    /// Opens it.
    Exchange open() throws ExchangeException;
  }

  /// The core as it is.
  Exchange core() {
    return exchange;
  }

  /// Tries whether the cause of an outage has ended, if it is time to.
  void reviveIfDue() {
    rolledBack = exchange.condition() == Exchange.Condition.ROLLED_BACK;
    if (outage != null && System.nanoTime() - triedAt >= wait.toNanos()) {
      revive();
    }
  }

  Optional<Outage> outage() {
    return Optional.ofNullable(outage);
  }

  /// Takes note of a failure on its way to a caller.
  ///
  /// @return the same; the echo of one that is known already comes with its cause again
  synchronized ExchangeException noted(ExchangeException e) {
    if (e.code() != ExchangeException.Code.UNAVAILABLE) {
      return e;
    }
    if (rolledBack) {
      note(Outage.ROLLED_BACK);
      return e;
    }
    if (e.getCause() == null && cause != null) {
      return new ExchangeException(e.code(), String.valueOf(e.getMessage()), cause);
    }
    cause = e.getCause();
    note(Outage.of(e));
    return e;
  }

  void close() {
    exchange.close();
  }

  private void revive() {
    try {
      store.run();
      switch (exchange.condition()) {
        case WORKING -> back();
        case FAILED -> {
          exchange.close();
          exchange = opening.open();
          back();
        }
        case ROLLED_BACK -> again();
      }
    } catch (StoreException e) {
      failed(e, Outage.of(e));
    } catch (ExchangeException e) {
      failed(e.getCause(), Outage.of(e));
    }
  }

  private synchronized void back() {
    outage = null;
    cause = null;
    wait = FIRST;
    LOG.atInfo().addKeyValue("event", "core.available").log("the core is available again");
  }

  private synchronized void failed(@Nullable Throwable why, Outage seen) {
    cause = why;
    note(seen);
    again();
  }

  private void again() {
    Duration doubled = wait.multipliedBy(2);
    wait = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    triedAt = System.nanoTime();
  }

  private void note(Outage seen) {
    if (outage == null) {
      triedAt = System.nanoTime();
    }
    if (!seen.equals(outage)) {
      outage = seen;
      LOG.atError()
          .addKeyValue("event", "core.unavailable")
          .addKeyValue("why", seen.word())
          .addKeyValue("mend", seen.mend())
          .log("the core is not available");
    }
  }
}
