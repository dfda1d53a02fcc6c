// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;

/// The journal of a log under examination, as far as it can be read.
final class FsckJournal {
  private record Named(String path, JournalSegment segment) {}

  private final FsckFiles files;
  private final List<Named> segments = new ArrayList<>();

  private FsckJournal(FsckFiles files) {
    this.files = files;
  }

  static FsckJournal read(FsckFiles files) throws LogStorageException {
    FsckJournal journal = new FsckJournal(files);
    for (String path : files.below(JournalSegment.FOLDER)) {
      journal.readSegment(path, files.read(path).orElse(Bytes.EMPTY));
    }
    return journal;
  }

  /// The number of entries that the log has by its journal; 0 without one.
  long end() {
    if (segments.isEmpty()) {
      return 0;
    }
    JournalSegment last = segments.getLast().segment();
    return last.firstIndex() + last.entries().size();
  }

  /// The entry at `index`, if the journal still has it.
  Optional<Bytes> entry(long index) {
    for (Named named : segments) {
      long offset = index - named.segment().firstIndex();
      if (offset >= 0 && offset < named.segment().entries().size()) {
        return Optional.of(named.segment().entries().get((int) offset));
      }
    }
    return Optional.empty();
  }

  /// Compares what the journal has for `index` with `entry` from a bundle.
  void compare(long index, Bytes entry) {
    for (Named named : segments) {
      long offset = index - named.segment().firstIndex();
      boolean covered = offset >= 0 && offset < named.segment().entries().size();
      if (covered && !named.segment().entries().get((int) offset).equals(entry)) {
        files.find(named.path(), FsckFinding.Problem.JOURNAL_DAMAGED);
      }
    }
  }

  /// True if a segment begins at `size`, so that its root has to be compared.
  boolean beginsAt(long size) {
    return segments.stream().anyMatch(named -> named.segment().firstIndex() == size);
  }

  void compareRoot(long size, Hash root) {
    for (Named named : segments) {
      if (named.segment().firstIndex() == size && !named.segment().root().equals(root)) {
        files.find(named.path(), FsckFinding.Problem.JOURNAL_DAMAGED);
      }
    }
  }

  private void readSegment(String path, Bytes file) {
    try {
      JournalSegment segment = JournalSegment.parse(file);
      if (!path.equals(JournalSegment.path(segment.firstIndex()))) {
        files.find(path, FsckFinding.Problem.JOURNAL_DAMAGED);
        return;
      }
      if (segment.droppedBytes() > 0) {
        files.find(path, FsckFinding.Problem.JOURNAL_TORN);
      }
      segments.add(new Named(path, segment));
    } catch (LedgerException e) {
      files.find(path, FsckFinding.Problem.JOURNAL_DAMAGED);
    }
  }
}
