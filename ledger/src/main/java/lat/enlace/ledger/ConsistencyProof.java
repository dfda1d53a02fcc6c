// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.List;
import lat.enlace.bytes.Hash;

/// A claim that the tree of `toSize` entries begins with the tree of `fromSize` entries (RFC 9162,
/// section 2.1.4). Nothing is checked before {@link #check} or {@link #verify}.
public record ConsistencyProof(long fromSize, long toSize, List<Hash> path) {
  /// Copies the path.
  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /// Verifies that `newer` is a later head of the log of which `older` is a head. The empty tree
  /// begins every tree: the proof from it is empty.
  ///
  /// @throws LedgerException with code WRONG_ORIGIN, SIZE_MISMATCH, OUT_OF_RANGE, PATH_LENGTH or
  ///   ROOT_MISMATCH; after the last, if both sizes are equal the log has shown two histories, and
  ///   if not it has either done so or sent a wrong path: keep both heads
  public LogGrowth verify(VerifiedCheckpoint older, VerifiedCheckpoint newer)
      throws LedgerException {
    if (!older.origin().equals(newer.origin())) {
      throw new LedgerException(LedgerException.Code.WRONG_ORIGIN);
    }
    if (older.size() != fromSize || newer.size() != toSize) {
      throw new LedgerException(LedgerException.Code.SIZE_MISMATCH);
    }
    if (fromSize > 0) {
      check(older.root(), newer.root());
    } else if (!path.isEmpty()) {
      throw new LedgerException(LedgerException.Code.PATH_LENGTH);
    }
    return new LogGrowth(older, newer);
  }

  /// Returns only if the path leads to both roots and is exactly as long as it must be. Refuses a
  /// proof from the empty tree, which proves nothing.
  ///
  /// @throws LedgerException with code OUT_OF_RANGE, PATH_LENGTH or ROOT_MISMATCH
  public void check(Hash fromRoot, Hash toRoot) throws LedgerException {
    if (fromSize == 0) {
      throw new LedgerException(LedgerException.Code.OUT_OF_RANGE);
    }
    new Subtree(0, fromSize).checkConsistency(toSize, path, fromRoot, toRoot);
  }

  /// True if the path leads to `toRoot` and shows there other first entries than those of
  /// `fromRoot`: whoever signed both heads keeps two histories. A path that leads elsewhere shows
  /// nothing of them, and anybody can make one. Where `fromSize` is a power of two, or both sizes
  /// are the same, a path begins with the root that is to be checked, and shows nothing either.
  public boolean contradicts(Hash fromRoot, Hash toRoot) {
    if (fromSize <= 0 || fromSize >= toSize) {
      return false;
    }
    try {
      SubtreeWalk.Roots roots =
          new SubtreeWalk(new Subtree(0, fromSize), toSize).roots(path, fromRoot);
      return roots.named() && roots.ofTree().equals(toRoot) && !roots.ofSubtree().equals(fromRoot);
    } catch (LedgerException e) {
      return false;
    }
  }
}
