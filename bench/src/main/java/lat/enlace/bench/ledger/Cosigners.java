// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bench.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongUnaryOperator;
import lat.enlace.bench.measure.Latencies;
import lat.enlace.ledger.CosignRequest;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.LogKeys;
import lat.enlace.ledger.LogLease;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.ledger.LogView;
import lat.enlace.ledger.Quorum;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.ledger.Witness;
import lat.enlace.node.ledgerfiles.FileLogStorage;
import lat.enlace.note.NoteSignature;

/// Three witnesses, each with its key, its thread, and its memory on the disk, and the log's own
/// check of what they signed. One head is under way at a time.
final class Cosigners implements AutoCloseable {
  static final int WITNESSES = 3;

  private final Latencies cosigned;
  private final List<Witness> witnesses = new ArrayList<>();
  private final List<LogLease> leases = new ArrayList<>();
  private final Quorum quorum;
  private final ExecutorService threads = Executors.newFixedThreadPool(WITNESSES);
  private final ExecutorService log = Executors.newSingleThreadExecutor();
  private final List<Future<?>> underWay = new ArrayList<>();
  private long last;

  Cosigners(Path folder, Latencies cosigned) throws LogStorageException {
    this.cosigned = cosigned;
    LogKeys keys = Keys.log().keys();
    for (int i = 0; i < WITNESSES; i++) {
      FileLogStorage memory = new FileLogStorage(folder.resolve("witness-" + i));
      leases.add(memory.lease());
      witnesses.add(new Witness(Keys.witness(i), List.of(keys), memory, InstantSource.system()));
    }
    this.quorum =
        new Quorum(
            List.of(
                Keys.witness(0).verifierKey(),
                Keys.witness(1).verifierKey(),
                Keys.witness(2).verifierKey()),
            WITNESSES);
  }

  /// True if no head is under way.
  boolean ready() {
    return underWay.isEmpty() || underWay.getFirst().isDone();
  }

  /// Asks all of them for `head`, which is the first to cover entries that were handed in at `due`.
  void cosign(LogView view, SignedCheckpoint head, LongUnaryOperator due) {
    underWay.clear();
    underWay.add(
        log.submit(() -> {
          long before = last;
          ask(view, head);
          long now = System.nanoTime();
          for (long index = before; index < last; index++) {
            cosigned.add(now - due.applyAsLong(index));
          }
          return head;
        }));
  }

  private void ask(LogView view, SignedCheckpoint head)
      throws LedgerException, LogStorageException, InterruptedException, ExecutionException {
    CosignRequest request = new CosignRequest(last, view.consistencyFrom(last).path(), head);
    List<Future<NoteSignature>> lines = new ArrayList<>();
    for (Witness witness : witnesses) {
      lines.add(threads.submit(() -> line(witness.add(CosignRequest.parse(request.bytes())))));
    }
    SignedCheckpoint all = head;
    for (Future<NoteSignature> line : lines) {
      all = all.with(line.get());
    }
    if (quorum.verify(all).size() != WITNESSES) {
      throw new LedgerException(LedgerException.Code.QUORUM);
    }
    last = head.checkpoint().size();
  }

  private static NoteSignature line(Witness.Reply reply) {
    return switch (reply) {
      case Witness.Reply.Cosigned yes -> yes.line();
      case Witness.Reply.Conflict conflict -> throw new IllegalStateException(conflict.toString());
      case Witness.Reply.Refused refused -> throw new IllegalStateException(refused.toString());
    };
  }

  /// Waits for the head under way.
  void await() throws IOException, InterruptedException {
    for (Future<?> one : underWay) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw new IOException("a head was not cosigned", e.getCause());
      }
    }
  }

  @Override
  public void close() throws LogStorageException {
    threads.shutdown();
    log.shutdown();
    for (LogLease lease : leases) {
      lease.close();
    }
  }
}
