// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;

/// Writes tiles, bundles, journal and checkpoint of one log, and knows which of them a crash could
/// still take. Not thread-safe.
final class LogFiles {
  static final String CHECKPOINT = "checkpoint";

  /// Where an adapter may keep its lock; holds nothing.
  static final String LEASE = "lease";

  private final LogStorage storage;
  private final Set<String> unsynced = new LinkedHashSet<>();
  private final List<TilePath> superseded = new ArrayList<>();

  /// What is being settled beside the work: none or one.
  private final List<Settling> settling = new ArrayList<>(1);

  private long segment;
  private int segmentBytes;
  private Hash chain = TreeHash.EMPTY;

  LogFiles(LogStorage storage) {
    this.storage = storage;
  }

  /// Makes a batch durable.
  void appendToJournal(long firstIndex, List<Bytes> entries) throws LogStorageException {
    Bytes record = JournalSegment.record(chain, firstIndex, entries);
    String path = JournalSegment.path(segment);
    storage.append(path, record);
    storage.sync(List.of(path));
    chain = JournalSegment.recordDigest(record);
    segmentBytes += record.size();
  }

  int journalBytes() {
    return segmentBytes;
  }

  void writeTile(TilePath path, List<Hash> hashes) throws LogStorageException {
    write(path, HashTile.encode(hashes));
  }

  void writeBundle(TilePath path, List<Bytes> entries) throws LogStorageException {
    write(path, EntryBundle.encode(entries));
  }

  void writeCheckpoint(SignedCheckpoint signed) throws LogStorageException {
    storage.replace(CHECKPOINT, signed.bytes());
  }

  /// Makes all tiles and bundles durable.
  void syncWritten() throws LogStorageException {
    storage.sync(List.copyOf(unsynced));
    unsynced.clear();
  }

  /// Tiles and bundles on their way to the disk. Once they are there, the journal before `size` and
  /// the partial tiles that `superseded` take the place of may go.
  private record Settling(LogSync sync, long size, List<TilePath> superseded) {
    Settling {
      superseded = List.copyOf(superseded);
    }
  }

  /// Makes all tiles and bundles durable, then begins a new journal segment and drops those before,
  /// in this order: at every point in between, a restart finds all entries.
  void settle(long size, Hash root) throws LogStorageException {
    finishSettling();
    unsynced.add(CHECKPOINT);
    syncWritten();
    beginSegment(size, root);
    deleteSegmentsBefore(size);
    deleteSuperseded(superseded);
    superseded.clear();
  }

  /// Begins a new journal segment and lets the tiles and bundles before it become durable beside
  /// the work. The segments before it stay until then, so that at every point a restart finds all
  /// entries in them.
  void settleBehind(long size, Hash root) throws LogStorageException {
    finishSettling();
    beginSegment(size, root);
    unsynced.add(CHECKPOINT);
    LogSync sync = storage.syncBehind(List.copyOf(unsynced));
    settling.add(new Settling(sync, size, superseded));
    unsynced.clear();
    superseded.clear();
  }

  /// True while something is being settled beside the work.
  boolean isSettling() {
    return !settling.isEmpty();
  }

  /// Drops what need not stay any longer, if that is so already.
  void dropSettled() throws LogStorageException {
    if (isSettling() && settling.getFirst().sync().isDone()) {
      finishSettling();
    }
  }

  private void finishSettling() throws LogStorageException {
    for (Settling one : settling) {
      one.sync().await();
      deleteSegmentsBefore(one.size());
      deleteSuperseded(one.superseded());
    }
    settling.clear();
  }

  private void beginSegment(long size, Hash root) throws LogStorageException {
    Bytes header = JournalSegment.header(size, root);
    String path = JournalSegment.path(size);
    storage.replace(path, header);
    storage.sync(List.of(path));
    segment = size;
    segmentBytes = header.size();
    chain = JournalSegment.headerDigest(header);
  }

  /// Synced at once: if one of two old segments came back after a crash, the journal would have a
  /// gap.
  private void deleteSegmentsBefore(long size) throws LogStorageException {
    String first = JournalSegment.path(size);
    List<String> old =
        storage.list(JournalSegment.FOLDER).stream()
            .filter(path -> path.compareTo(first) < 0)
            .toList();
    for (String path : old) {
      storage.delete(path);
    }
    storage.sync(old);
  }

  private void write(TilePath path, Bytes content) throws LogStorageException {
    storage.write(path.path(), content);
    unsynced.add(path.path());
    if (path.width() == TilePath.FULL) {
      superseded.add(path);
    }
  }

  /// Partial tiles may go once the full one is durable (C2SP tlog-tiles, "Partial Tiles").
  private void deleteSuperseded(List<TilePath> byFull) throws LogStorageException {
    for (TilePath full : byFull) {
      for (String partial : storage.list(full.partialFolder())) {
        storage.delete(partial);
      }
    }
  }
}
