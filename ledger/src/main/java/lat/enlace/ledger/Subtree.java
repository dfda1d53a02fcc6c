// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.List;
import lat.enlace.bytes.Hash;

/// A range of leaves `[start, end)` that forms a subtree of its own: it is empty, or `start` is a
/// multiple of the least power of two that is not less than the number of leaves
/// (draft-ietf-plants-merkle-tree-certs, section 4.1). The subtree from 0 is a whole smaller tree.
public record Subtree(long start, long end) {
  private static final long MAX_POWER = 1L << 62;

  /// Returns only if `path` leads from the leaf at `index` of the log to `root`, the root of this
  /// subtree.
  ///
  /// @throws LedgerException with code OUT_OF_RANGE, PATH_LENGTH or ROOT_MISMATCH
  public void checkInclusion(long index, List<Hash> path, Hash leafHash, Hash root)
      throws LedgerException {
    checkWithin(end);
    new InclusionProof(index - start, end - start, path).check(leafHash, root);
  }

  /// Returns only if `path` proves that the tree of `treeSize` leaves with `treeRoot` holds this
  /// subtree with `subtreeRoot`. Every tree holds the empty subtree, with the empty root and an
  /// empty path: that proves nothing, and `treeRoot` is not looked at.
  ///
  /// @throws LedgerException with code OUT_OF_RANGE, PATH_LENGTH or ROOT_MISMATCH
  public void checkConsistency(long treeSize, List<Hash> path, Hash subtreeRoot, Hash treeRoot)
      throws LedgerException {
    checkWithin(treeSize);
    if (start < end) {
      new SubtreeWalk(this, treeSize).check(path, subtreeRoot, treeRoot);
    } else {
      checkEmpty(path, subtreeRoot);
    }
  }

  private static void checkEmpty(List<Hash> path, Hash subtreeRoot) throws LedgerException {
    if (!path.isEmpty()) {
      throw new LedgerException(LedgerException.Code.PATH_LENGTH);
    }
    if (!subtreeRoot.equals(TreeHash.EMPTY)) {
      throw new LedgerException(LedgerException.Code.ROOT_MISMATCH);
    }
  }

  private void checkWithin(long treeSize) throws LedgerException {
    boolean within = start >= 0 && end >= start && end <= treeSize;
    if (!within || (start < end && start % leastPower(end - start) != 0)) {
      throw new LedgerException(LedgerException.Code.OUT_OF_RANGE);
    }
  }

  private static long leastPower(long count) {
    return count > MAX_POWER ? Long.MAX_VALUE : Long.highestOneBit(2 * count - 1);
  }
}
