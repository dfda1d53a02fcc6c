// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.List;
import lat.enlace.bytes.Hash;

/// A claim that the entry at `index` stands in the tree of `treeSize` entries, with the hashes from
/// its sibling up to the root's child (RFC 9162, section 2.1.3). Nothing is checked before {@link
/// #check} or {@link VerifiedCheckpoint#include}.
public record InclusionProof(long index, long treeSize, List<Hash> path) {
  /// Copies the path.
  public InclusionProof {
    path = List.copyOf(path);
  }

  /// Returns only if the path leads from `leafHash` to `root` and is exactly as long as it must be.
  ///
  /// @throws LedgerException with code OUT_OF_RANGE, PATH_LENGTH or ROOT_MISMATCH
  public void check(Hash leafHash, Hash root) throws LedgerException {
    if (!rootFrom(leafHash).equals(root)) {
      throw new LedgerException(LedgerException.Code.ROOT_MISMATCH);
    }
  }

  /// The root that the path leads to from `leafHash` (RFC 9162, section 2.1.3.2).
  ///
  /// @throws LedgerException with code OUT_OF_RANGE or PATH_LENGTH
  public Hash rootFrom(Hash leafHash) throws LedgerException {
    if (index < 0 || index >= treeSize) {
      throw new LedgerException(LedgerException.Code.OUT_OF_RANGE);
    }
    if (path.size() != lengthFor(index, treeSize)) {
      throw new LedgerException(LedgerException.Code.PATH_LENGTH);
    }
    long node = index;
    long last = treeSize - 1;
    Hash hash = leafHash;
    for (Hash sibling : path) {
      while (node == last && (node & 1) == 0) {
        node >>>= 1;
        last >>>= 1;
      }
      hash = (node & 1) == 1 ? TreeHash.node(sibling, hash) : TreeHash.node(hash, sibling);
      node >>>= 1;
      last >>>= 1;
    }
    return hash;
  }

  /// The number of hashes a proof for this leaf has: one for each level up to where the leaf's way
  /// leaves the right edge, then one for each left sibling on the edge.
  static int lengthFor(long index, long treeSize) {
    int inner = Long.SIZE - Long.numberOfLeadingZeros(index ^ (treeSize - 1));
    return inner + Long.bitCount(index >>> inner);
  }
}
