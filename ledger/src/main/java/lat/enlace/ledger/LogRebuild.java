// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.List;
import lat.enlace.bytes.Bytes;

/// Builds a log anew from the bundles, journal and checkpoint of a mirror or a damaged log. Open
/// the result as any log: what a rebuilt log may be behind on is judged by {@link RestoredLog}.
public final class LogRebuild {
  private static final int AT_ONCE = 1 << 12;

  private LogRebuild() {}

  /// Writes the whole log found in `from` into `to`, which must be empty, and makes it durable.
  ///
  /// @throws LedgerException with code LOG_EXISTS, NO_LOG, MISSING, or CORRUPT if the bundles do
  ///   not give the root that the journal begins with
  public static void rebuild(LogSource from, LogStorage to)
      throws LedgerException, LogStorageException {
    LogLease lease = to.lease();
    try {
      if (!to.list("").isEmpty()) {
        throw new LedgerException(LedgerException.Code.LOG_EXISTS);
      }
      List<String> journal = from.list(JournalSegment.FOLDER);
      if (journal.isEmpty()) {
        throw new LedgerException(LedgerException.Code.NO_LOG);
      }
      JournalSegment oldest = JournalSegment.parse(read(from, journal.getFirst()));
      writeTree(from, oldest, to);
      copy(from, to, LogFiles.CHECKPOINT);
      for (String path : journal) {
        copy(from, to, path);
      }
      for (String path : from.list(ErasureMarks.FOLDER)) {
        copy(from, to, path);
      }
    } finally {
      lease.close();
    }
  }

  private static void writeTree(LogSource from, JournalSegment oldest, LogStorage to)
      throws LedgerException, LogStorageException {
    LogView view = new LogReader(from, 1).at(oldest.firstIndex());
    TreeWriter tree = new TreeWriter(new LogFiles(to), LogBase.empty());
    while (tree.size() < view.size()) {
      long end = Math.min(view.size(), tree.size() + AT_ONCE);
      for (Bytes entry : view.entries(tree.size(), end)) {
        tree.add(entry);
      }
    }
    if (!tree.root().equals(oldest.root())) {
      throw new LedgerException(LedgerException.Code.CORRUPT);
    }
    tree.writePartials();
    tree.files().syncWritten();
  }

  private static void copy(LogSource from, LogStorage to, String path)
      throws LedgerException, LogStorageException {
    to.replace(path, read(from, path));
    to.sync(List.of(path));
  }

  private static Bytes read(LogSource from, String path)
      throws LedgerException, LogStorageException {
    return from.read(path).orElseThrow(() -> new LedgerException(LedgerException.Code.MISSING));
  }
}
