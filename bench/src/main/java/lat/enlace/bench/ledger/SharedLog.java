// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bench.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongUnaryOperator;
import lat.enlace.bench.measure.Latencies;
import lat.enlace.bytes.Bytes;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.Log;
import lat.enlace.ledger.LogPorts;
import lat.enlace.ledger.LogSettings;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.ledger.LogView;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.node.ledgerfiles.FileLogStorage;

/// A real log on a disk, the one thread that writes it, and the queue by which many callers share
/// it: whatever waits is one batch and one sync, and heads are signed and published on a period.
final class SharedLog implements AutoCloseable {
  /// 128 MiB: all tiles of two million entries.
  private static final int CACHED_TILES = 8_192;

  private static final long HEAD_PERIOD_NANOS = 50_000_000;

  private final Log log;
  private final Latencies acknowledged;
  private final Cosigners cosigners;
  private final Source source;
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final Thread writer;
  private long offered;
  private long appended;
  private long integrated;
  private boolean closing;

  /// The entries of the callers, one each, in the order in which they come.
  ///
  /// @param due the time by {@link System#nanoTime} when each wanted to hand his in
  record Source(List<Bytes> entries, LongUnaryOperator due) {
    List<Bytes> from(long first, int count) {
      int at = (int) (first % entries.size());
      return entries.subList(at, Math.min(entries.size(), at + count));
    }
  }

  SharedLog(Path folder, Source source, Cosigners cosigners, Latencies acknowledged)
      throws LedgerException, LogStorageException {
    LogPorts ports = new LogPorts(new FileLogStorage(folder), Keys.log(), InstantSource.system());
    this.log = Log.create(ports, new LogSettings(1 << 20, CACHED_TILES));
    this.source = source;
    this.cosigners = cosigners;
    this.acknowledged = acknowledged;
    this.writer = Thread.ofPlatform().name("log-writer").start(this::write);
  }

  /// So many callers have come by now.
  synchronized void offer(long upTo) {
    offered = upTo;
    notifyAll();
  }

  /// Waits until `entries` entries are durable.
  synchronized void awaitAppended(long entries) throws InterruptedException, IOException {
    while (appended < entries) {
      check();
      wait(1);
    }
  }

  /// Waits until a signed head covers `entries` entries.
  synchronized void awaitIntegrated(long entries) throws InterruptedException, IOException {
    while (integrated < entries) {
      check();
      wait(1);
    }
  }

  /// The log under its last head.
  LogView view() {
    return log.view();
  }

  private void check() throws IOException {
    Exception found = failure.get();
    if (found != null) {
      throw new IOException("the log failed", found);
    }
  }

  private void write() {
    try {
      long nextHead = System.nanoTime() + HEAD_PERIOD_NANOS;
      int waiting = await(nextHead);
      while (waiting > 0 || !isClosing()) {
        if (waiting > 0) {
          append(waiting);
        }
        if (System.nanoTime() >= nextHead && cosigners.ready()) {
          publish();
          nextHead = System.nanoTime() + HEAD_PERIOD_NANOS;
        }
        waiting = await(nextHead);
      }
    } catch (LedgerException | LogStorageException | RuntimeException e) {
      failure.set(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure.set(e);
    }
  }

  private void append(int waiting) throws LedgerException, LogStorageException {
    long first = log.size();
    List<Bytes> batch = source.from(first, waiting);
    log.append(batch);
    long now = System.nanoTime();
    for (long index = first; index < log.size(); index++) {
      acknowledged.add(now - source.due().applyAsLong(index));
    }
  }

  private void publish() throws LedgerException, LogStorageException {
    SignedCheckpoint head = log.publish();
    cosigners.cosign(log.view(), head, source.due());
    synchronized (this) {
      integrated = head.checkpoint().size();
      notifyAll();
    }
  }

  /// How many wait, none if a head is due first.
  private synchronized int await(long nextHead) throws InterruptedException {
    appended = log.size();
    notifyAll();
    while (offered == log.size() && !closing && System.nanoTime() < nextHead) {
      wait(1);
    }
    return (int) Math.min(offered - log.size(), Log.MAX_BATCH_ENTRIES);
  }

  private synchronized boolean isClosing() {
    return closing;
  }

  @Override
  public void close() throws IOException {
    synchronized (this) {
      closing = true;
      notifyAll();
    }
    try {
      writer.join();
      log.close();
      cosigners.await();
      check();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (LedgerException | LogStorageException e) {
      throw new IOException("the log could not be closed", e);
    }
  }
}
