// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.time.InstantSource;
import java.util.List;
import lat.enlace.bytes.Bytes;

/// The one writer of a log. Not thread-safe: many callers share it through a queue that hands their
/// entries over in batches (group commit), which is also what makes it fast.
///
/// {@link #append} returns when the entries are durable; {@link #publish} signs a checkpoint over
/// all of them. After any storage failure the log takes nothing more until it is opened again: what
/// a failed write left behind is known only by reading it back.
public final class Log implements AutoCloseable {
  /// Most entries in one batch.
  public static final int MAX_BATCH_ENTRIES = 1 << 16;

  private static final int MOST_SEGMENTS = 8;

  private final LogSigner signer;
  private final InstantSource clock;
  private final LogSettings settings;
  private final LogReader reader;
  private final LogLease lease;
  private final TreeWriter tree;
  private SignedCheckpoint published;
  private LogView view;
  private boolean failed;

  Log(LogPorts ports, LogSettings settings, LogStart start) {
    this.signer = ports.signer();
    this.clock = ports.clock();
    this.settings = settings;
    this.reader = new LogReader(ports.storage(), settings.cachedTiles());
    this.lease = start.lease();
    this.tree = start.tree();
    this.published = start.published();
    this.view = reader.at(published.checkpoint().size());
  }

  /// Creates an empty log and signs its first checkpoint.
  ///
  /// @throws LedgerException with code LOG_EXISTS
  public static Log create(LogPorts ports, LogSettings settings)
      throws LedgerException, LogStorageException {
    return new LogOpening(ports, settings).create();
  }

  /// Opens a log, brings back every acknowledged entry and publishes them.
  ///
  /// @throws LedgerException with code NO_LOG, CORRUPT, MISSING, or CHECKPOINT if the checkpoint is
  ///   not by these keys
  public static OpenedLog open(LogPorts ports, LogSettings settings)
      throws LedgerException, LogStorageException {
    return new LogOpening(ports, settings).open();
  }

  /// The log's name.
  public Origin origin() {
    return signer.origin();
  }

  /// The number of durable entries, published or not.
  public long size() {
    return tree.size();
  }

  /// Makes `entries` durable, in this order, in one commit.
  ///
  /// @throws LedgerException with code ENTRY_TOO_LARGE or FAILED
  public Appended append(List<Bytes> entries) throws LedgerException, LogStorageException {
    requireUsable();
    checkBatch(entries);
    long first = tree.size();
    failed = true;
    tree.files().appendToJournal(first, entries);
    for (Bytes entry : entries) {
      tree.add(entry);
    }
    settleIfDue();
    failed = false;
    return new Appended(first, entries.size());
  }

  /// The journal is begun anew once it is long and what was settled last is on the disk; where the
  /// disk is slower than the callers, they wait for it at several times that length.
  private void settleIfDue() throws LogStorageException {
    LogFiles files = tree.files();
    files.dropSettled();
    boolean tooLong = files.journalBytes() / MOST_SEGMENTS > settings.journalBytes();
    if (files.journalBytes() > settings.journalBytes() && (!files.isSettling() || tooLong)) {
      tree.settleBehind();
    }
  }

  /// Signs a checkpoint over all durable entries and puts it, and the tiles it needs, where readers
  /// find them. Returns the last one if nothing was appended since.
  ///
  /// @throws LedgerException with code FAILED, or CHECKPOINT if a key cannot sign
  public SignedCheckpoint publish() throws LedgerException, LogStorageException {
    requireUsable();
    if (published.checkpoint().size() == tree.size()) {
      return published;
    }
    Checkpoint head = new Checkpoint(origin(), tree.size(), tree.root());
    SignedCheckpoint signed = signer.sign(head, clock.instant());
    failed = true;
    tree.writePartials();
    tree.files().writeCheckpoint(signed);
    failed = false;
    published = signed;
    view = reader.at(tree.size());
    return signed;
  }

  /// The last checkpoint that was published.
  public SignedCheckpoint checkpoint() {
    return published;
  }

  /// The log at the last published checkpoint: its entries and proofs. May be used by any thread.
  public LogView view() {
    return view;
  }

  /// Entries and proofs at any published size.
  public LogReader reader() {
    return reader;
  }

  /// The proof for the entry at `index` under the last published checkpoint, for export.
  ///
  /// @throws LedgerException with code OUT_OF_RANGE, MISSING or CORRUPT
  public TlogProof prove(long index) throws LedgerException, LogStorageException {
    return TlogProof.of(view.inclusion(index), published);
  }

  /// Publishes what is durable, empties the journal and gives the lease back. Without this, the
  /// next opening does the same.
  @Override
  public void close() throws LedgerException, LogStorageException {
    try {
      if (!failed) {
        publish();
        failed = true;
        tree.settle();
      }
    } finally {
      failed = true;
      lease.close();
    }
  }

  private void requireUsable() throws LedgerException {
    if (failed) {
      throw new LedgerException(LedgerException.Code.FAILED);
    }
  }

  private static void checkBatch(List<Bytes> entries) throws LedgerException {
    boolean fits =
        !entries.isEmpty()
            && entries.size() <= MAX_BATCH_ENTRIES
            && entries.stream().allMatch(entry -> entry.size() <= EntryBundle.MAX_ENTRY_BYTES);
    if (!fits) {
      throw new LedgerException(LedgerException.Code.ENTRY_TOO_LARGE);
    }
  }
}
