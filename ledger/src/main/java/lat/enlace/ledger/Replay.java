// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lat.enlace.bytes.Bytes;

/// Brings the entries of a journal back into a tree and writes again every file that they reach:
/// what was written before the crash and not synced may be anything.
final class Replay {
  private final TreeWriter tree;
  private final VerifiedCheckpoint found;
  private final Set<String> partialsFound;
  private boolean foundReached;

  Replay(TreeWriter tree, VerifiedCheckpoint found, List<String> tilePaths) {
    this.tree = tree;
    this.found = found;
    this.partialsFound = new HashSet<>(tilePaths);
  }

  /// Returns true if the tree of the checkpoint found was met on the way; false if it is older.
  ///
  /// @throws LedgerException with code CORRUPT if a segment does not begin where the one before
  ///   ends, or the checkpoint has another root
  boolean all(List<JournalSegment> segments) throws LedgerException, LogStorageException {
    for (JournalSegment segment : segments) {
      if (segment.firstIndex() != tree.size() || !segment.root().equals(tree.root())) {
        throw new LedgerException(LedgerException.Code.CORRUPT);
      }
      compareWithFound();
      for (Bytes entry : segment.entries()) {
        tree.add(entry);
        writePartialsFound();
        compareWithFound();
      }
    }
    return foundReached;
  }

  private void compareWithFound() throws LedgerException, LogStorageException {
    if (tree.size() != found.size()) {
      return;
    }
    if (!tree.root().equals(found.root())) {
      throw new LedgerException(LedgerException.Code.CORRUPT);
    }
    tree.writePartials();
    foundReached = true;
  }

  /// Partial tiles that were published before the crash stay available.
  private void writePartialsFound() throws LogStorageException {
    for (TilePath path : tree.partials()) {
      if (partialsFound.contains(path.path())) {
        tree.writePartial(path);
      }
    }
  }
}
