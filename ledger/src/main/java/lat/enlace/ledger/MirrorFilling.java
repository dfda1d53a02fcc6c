// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.bytes.Bytes;

/// Brings a mirror that was begun later, moved or left out for a while to what the log holds, so
/// that the whole log can be built again from it ({@link LogRebuild}).
///
/// One file is in memory at a time and each is put in its place whole: broken off, it goes on where
/// it was. A mirror that knows of entries which the log has not, or of another log, is left as it
/// is: they may be the only copy.
final class MirrorFilling {
  private static final int SYNCED_AT_ONCE = 256;

  private final LogSource log;
  private final LogStorage mirror;

  /// Of the mirror of `log`, which nobody writes to meanwhile.
  MirrorFilling(LogSource log, LogStorage mirror) {
    this.log = log;
    this.mirror = mirror;
  }

  /// Copies what is missing, makes it durable, and drops the journal of an earlier time.
  ///
  /// @throws LedgerException with code MIRROR if the mirror is not one of this log
  void fill() throws LedgerException, LogStorageException {
    requireBehind();
    copyBundles();
    for (String path : log.list(ErasureMarks.FOLDER)) {
      copyIfOther(path);
    }
    List<String> journal = log.list(JournalSegment.FOLDER);
    for (String path : journal) {
      copyIfOther(path);
    }
    copyIfOther(LogFiles.CHECKPOINT);
    dropBut(new HashSet<>(journal));
  }

  private void requireBehind() throws LedgerException, LogStorageException {
    Optional<Bytes> theirs = mirror.read(LogFiles.CHECKPOINT);
    if (theirs.isEmpty()) {
      return;
    }
    Checkpoint seen = SignedCheckpoint.parse(theirs.get()).checkpoint();
    Optional<Bytes> ours = log.read(LogFiles.CHECKPOINT);
    boolean begun = ours.isPresent() && !log.list(JournalSegment.FOLDER).isEmpty();
    boolean ofThisLog =
        begun
            ? SignedCheckpoint.parse(ours.get()).checkpoint().origin().equals(seen.origin())
                && holds(seen)
            : seen.size() == 0;
    if (!ofThisLog) {
      throw new LedgerException(LedgerException.Code.MIRROR);
    }
  }

  /// Whether the log has what this head covers. Of what is settled, the root is compared too.
  private boolean holds(Checkpoint seen) throws LedgerException, LogStorageException {
    long settled = -1;
    long end = 0;
    for (String path : log.list(JournalSegment.FOLDER)) {
      JournalSegment segment = JournalSegment.parse(read(path));
      settled = settled < 0 ? segment.firstIndex() : settled;
      end = segment.firstIndex() + segment.entries().size();
    }
    return seen.size() <= end
        && (seen.size() > settled
            || new LogReader(log, 1).at(seen.size()).root().equals(seen.root()));
  }

  private void copyBundles() throws LedgerException, LogStorageException {
    Set<String> there = new HashSet<>(mirror.list(MirroredLogStorage.BUNDLES));
    List<String> copied = new ArrayList<>();
    for (String path : log.list(MirroredLogStorage.BUNDLES)) {
      if (there.contains(path)) {
        continue;
      }
      mirror.replace(path, read(path));
      copied.add(path);
      if (copied.size() == SYNCED_AT_ONCE) {
        mirror.sync(copied);
        copied.clear();
      }
    }
    mirror.sync(copied);
  }

  private void copyIfOther(String path) throws LedgerException, LogStorageException {
    Optional<Bytes> here = log.read(path);
    if (here.isPresent() && !here.equals(mirror.read(path))) {
      mirror.replace(path, here.get());
      mirror.sync(List.of(path));
    }
  }

  private void dropBut(Set<String> journal) throws LogStorageException {
    List<String> old =
        mirror.list(JournalSegment.FOLDER).stream()
            .filter(path -> !journal.contains(path))
            .toList();
    for (String path : old) {
      mirror.delete(path);
    }
    mirror.sync(old);
  }

  private Bytes read(String path) throws LedgerException, LogStorageException {
    return log.read(path).orElseThrow(() -> new LedgerException(LedgerException.Code.MISSING));
  }
}
