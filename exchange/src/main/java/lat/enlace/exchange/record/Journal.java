// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.record;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.Exchange.Piece;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.port.Ports;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.ledger.Checkpoint;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.ErasureMarks;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.Log;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.ledger.LogView;
import lat.enlace.ledger.Opening;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.model.DispatchId;

/// The one road (docs/spec/exchange.md, "The road"): openings and pending rows to the database, the
/// commitments to the ledger, then index, outbox and all other rows to the database. What a caller
/// sees as done is durable in both.
///
/// Works of many callers share one group ({@link #together}, docs/adr/0010). Reading shows what was
/// committed, also before it is durable; nothing leaves the core before.
///
/// After any failure beyond the first transaction the journal takes nothing more: what the ledger
/// holds is known only by opening it again, which finishes the group.
public final class Journal implements AutoCloseable {
  /// Every commit adds a multiple of this many entries, so that its size says little.
  static final int GROUP = 4;

  private static final Duration HEAD_AGE = Duration.ofMinutes(2);

  private final Ports ports;
  private final Log log;
  private Group group = new Group();
  private boolean gathering;
  private Instant publishedAt = Instant.EPOCH;
  private boolean failed;
  private boolean rolledBack;

  private Journal(Ports ports, Log log) {
    this.ports = ports;
    this.log = log;
  }

  /// Opens the ledger and finishes a group that a crash left pending.
  ///
  /// @throws ExchangeException with code UNAVAILABLE
  public static Journal open(Ports ports) throws ExchangeException {
    try {
      Journal journal = new Journal(ports, LedgerFiles.open(ports));
      boolean opened = false;
      try {
        journal.finishPending();
        Succession.resume(journal);
        opened = true;
        return journal;
      } finally {
        if (!opened) {
          journal.close();
        }
      }
    } catch (LedgerException | LogStorageException | StoreException e) {
      throw unavailable(e);
    }
  }

  /// Opens the successor of a log that ended, and begins it if it is not begun. Its storage holds
  /// nothing of the old log; its keys bear the new origin.
  ///
  /// @param ended the highest head known of the old log
  /// @throws ExchangeException with code UNAVAILABLE
  public static Journal succeed(Ports ports, Checkpoint ended) throws ExchangeException {
    try {
      Journal journal = new Journal(ports, LedgerFiles.openOrCreate(ports));
      if (journal.size() == 0) {
        new Succession(ended).begin(journal, ports.store());
      } else {
        journal.finishPending();
      }
      Succession.resume(journal);
      return journal;
    } catch (LedgerException | LogStorageException | StoreException e) {
      throw unavailable(e);
    }
  }

  /// Begins a use case.
  public Work begin() {
    return new Work(this, ports.clock().now());
  }

  /// Makes {@code work} durable, or, within {@link #together}, lets it become so with the others.
  ///
  /// @throws ExchangeException with code UNAVAILABLE; if the ledger was already asked, the work may
  ///   be found done when the node is opened again
  public void commit(Work work) throws ExchangeException {
    requireUsable();
    if (!group.takes(work)) {
      flush();
    }
    group.add(work, log.size());
    if (!gathering || work.endsGroup()) {
      flush();
    }
    work.durable();
  }

  /// Runs {@code pieces} and makes all they commit durable in as few groups as they allow.
  public void together(List<? extends Piece> pieces) {
    gathering = true;
    try {
      for (Piece piece : pieces) {
        piece.run();
        group.await(piece);
      }
      flush();
    } catch (ExchangeException e) {
      // Each piece of the lost group was told.
    } finally {
      gathering = false;
    }
  }

  /// One group to the disk: all of it, or the journal takes nothing more, or nothing of it
  /// happened.
  private void flush() throws ExchangeException {
    Group whole = group;
    group = new Group();
    List<ExchangeException> trouble = new ArrayList<>();
    trouble.add(new ExchangeException(ExchangeException.Code.UNAVAILABLE, "the core has ended"));
    try {
      write(whole);
      trouble.clear();
    } catch (ExchangeException e) {
      trouble.set(0, e);
      throw e;
    } finally {
      if (trouble.isEmpty()) {
        whole.durable();
      } else {
        whole.lost(trouble.getFirst());
      }
    }
  }

  private void write(Group whole) throws ExchangeException {
    if (whole.isEmpty()) {
      return;
    }
    requireUsable();
    try {
      if (whole.entries().isEmpty()) {
        ports.store().write(apply(tx -> whole.changes().forEach(change -> change.apply(tx))));
      } else {
        record(whole);
      }
    } catch (StoreException e) {
      failed |= !surelyUndone(e);
      throw unavailable(e);
    }
  }

  /// The head of the ledger, signed, over everything durable.
  public SignedCheckpoint head() throws ExchangeException {
    flush();
    requireUsable();
    SignedCheckpoint before = log.checkpoint();
    SignedCheckpoint head = guarded(log::publish);
    if (!head.equals(before)) {
      publishedAt = ports.clock().now();
    }
    return head;
  }

  /// A head signed lately and not before {@code least}, so that whoever gets it can compare clocks:
  /// padding is appended if the last one has grown old.
  public SignedCheckpoint freshHead(Instant least) throws ExchangeException {
    SignedCheckpoint head = head();
    boolean old =
        publishedAt.plus(HEAD_AGE).isBefore(ports.clock().now()) || publishedAt.isBefore(least);
    if (!old && !ports.clock().now().isBefore(publishedAt)) {
      return head;
    }
    guarded(() -> log.append(padded(List.of())));
    return head();
  }

  /// Entries and proofs under {@link #head}.
  public LogView view() throws ExchangeException {
    head();
    return log.view();
  }

  /// Entries and proofs at an earlier published size.
  public LogView view(long size) {
    return log.reader().at(size);
  }

  /// The last head that was published.
  public SignedCheckpoint published() {
    return log.checkpoint();
  }

  /// The number of durable entries.
  public long size() {
    return log.size();
  }

  /// Whether it takes work.
  public Exchange.Condition condition() {
    if (rolledBack) {
      return Exchange.Condition.ROLLED_BACK;
    }
    return failed ? Exchange.Condition.FAILED : Exchange.Condition.WORKING;
  }

  /// Stops this node for good: a partner verified entries that this ledger does not hold, so that
  /// it was rolled back, and to go on would fork it.
  ///
  /// @throws ExchangeException always, with code UNAVAILABLE
  public void stop() throws ExchangeException {
    failed = true;
    rolledBack = true;
    requireUsable();
  }

  /// The opening named {@code id}.
  public Optional<OpeningRow> opening(String id) {
    return row(Store.Space.OPENING, id).map(bytes -> Stored.read(bytes, OpeningRow.class));
  }

  /// The ledger index of the opening named {@code id}.
  public long index(String id) {
    return find(id).orElseThrow(() -> new StoreException(StoreException.Code.CORRUPT));
  }

  /// The same; nothing if it stands in a log that has ended.
  public Optional<Long> find(String id) {
    return row(Store.Space.INDEX, Keys.of("id", id)).map(row -> Stored.read(row, Long.class));
  }

  /// The id of the opening at {@code index}; nothing for padding.
  public Optional<String> at(long index) {
    return row(Store.Space.INDEX, Keys.of("at", index))
        .map(bytes -> Stored.read(bytes, String.class));
  }

  /// The indexes that touch {@code dispatch}, ascending.
  public List<Long> touching(DispatchId dispatch) {
    return read(view -> view.scan(Store.Space.INDEX, Keys.of("of", dispatch, ""), "", 1 << 20))
        .stream()
        .map(row -> Keys.number(Keys.last(row.key())))
        .toList();
  }

  /// What touches {@code dispatch}, in logs that ended too.
  public List<OpeningRow> openings(DispatchId dispatch) {
    return read(view -> EndedLogs.openings(view, dispatch));
  }

  /// Runs {@code query} on a snapshot that holds all that was committed.
  public <T> T read(Function<Store.View, T> query) {
    return ports.store().read(view -> query.apply(group.over(view)));
  }

  /// The word that was kept with {@link Work#mark}, also by a node that had more than this one has.
  public Optional<String> marked(Hash digest) throws ExchangeException {
    return guarded(() -> ErasureMarks.word(ports.log(), digest));
  }

  /// Runs what touches the ledger's files.
  ///
  /// @throws ExchangeException with code UNAVAILABLE, and the journal takes nothing more
  public <T> T guarded(LedgerCall<T> call) throws ExchangeException {
    try {
      return call.run();
    } catch (LedgerException | LogStorageException e) {
      failed = true;
      throw unavailable(e);
    }
  }

  /// Something that touches the ledger's files.
  @FunctionalInterface
  public interface LedgerCall<T> {
    /// Does it.
    T run() throws LedgerException, LogStorageException;
  }

  @Override
  public void close() {
    try {
      log.close();
    } catch (LedgerException | LogStorageException e) {
      // What is not settled now is settled by the next opening.
      failed = true;
    }
  }

  Bytes freshSalt() {
    return ports.randomness().next(Opening.SALT_BYTES);
  }

  private void record(Group whole) throws ExchangeException {
    List<Entry> entries = whole.entries();
    Pending pending =
        new Pending(
            log.size(),
            entries.stream().map(Entry::id).toList(),
            padded(entries),
            Pending.rowsOf(whole.changes()));
    guarded(() -> LedgerFiles.mark(ports.log(), whole.marks()));
    ports.store().write(apply(tx -> pending.begin(tx, entries)));
    guarded(() -> LedgerFiles.append(log, pending.leaves()));
    failed = true;
    ports.store().write(apply(tx -> pending.finish(tx, entries)));
    failed = false;
  }

  /// The entries, filled up with commitments to nothing.
  private List<Bytes> padded(List<Entry> entries) {
    List<Bytes> leaves = new ArrayList<>();
    entries.forEach(entry -> leaves.add(entry.commitment().entry()));
    while (leaves.isEmpty() || leaves.size() % GROUP != 0) {
      Opening nothing = new Opening(freshSalt(), Bytes.EMPTY);
      leaves.add(nothing.commit(EntryType.PADDING).entry());
    }
    return leaves;
  }

  private void finishPending() throws ExchangeException, LedgerException, LogStorageException {
    Optional<Bytes> row = row(Store.Space.PENDING, Pending.KEY);
    if (row.isEmpty()) {
      return;
    }
    Pending pending = PendingForm.read(row.get());
    log.publish();
    List<Bytes> tail = log.view().entries(pending.sizeBefore(), log.size());
    List<Bytes> leaves = pending.leaves();
    int held = Math.min(tail.size(), leaves.size());
    if (!tail.subList(0, held).equals(leaves.subList(0, held))) {
      // One writer, one append in flight: anything else is another history. What stands behind the
      // group is known to a ledger taken from a mirror, not to the database of the backup.
      throw new LedgerException(LedgerException.Code.CORRUPT);
    }
    LedgerFiles.append(log, leaves.subList(held, leaves.size()));
    ports.store().write(apply(pending::finish));
  }

  private Optional<Bytes> row(Store.Space space, String key) {
    return read(view -> view.get(space, key));
  }

  /// A database that is locked or full took nothing. Of one that broke off nobody knows: the
  /// transaction may have been made durable before the connection was lost.
  private static boolean surelyUndone(StoreException e) {
    return switch (e.code()) {
      case LOCKED, FULL -> true;
      case CORRUPT, UNREACHABLE, WRONG_KEY, FAILED -> false;
    };
  }

  private void requireUsable() throws ExchangeException {
    if (failed) {
      throw new ExchangeException(
          ExchangeException.Code.UNAVAILABLE, "the node only reads until it is opened again");
    }
  }

  private static Function<Store.Transaction, Boolean> apply(Consumer<Store.Transaction> change) {
    return tx -> {
      change.accept(tx);
      return true;
    };
  }

  private static ExchangeException unavailable(Exception cause) {
    return new ExchangeException(
        ExchangeException.Code.UNAVAILABLE, "ledger or database cannot be used", cause);
  }
}
