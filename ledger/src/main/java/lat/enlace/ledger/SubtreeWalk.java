// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.List;
import lat.enlace.bytes.Hash;

/// The walk from a subtree up to the root of a tree that holds it
/// (draft-ietf-plants-merkle-tree-certs, section 4.4.3; for `start` 0 it is RFC 9162, section
/// 2.1.4.2). Three positions climb together: first and last leaf of the subtree, last leaf of the
/// tree. Used once.
final class SubtreeWalk {
  private long first;
  private long last;
  private long treeLast;

  SubtreeWalk(Subtree subtree, long treeSize) {
    first = subtree.start();
    last = subtree.end() - 1;
    treeLast = treeSize - 1;
  }

  /// Where a path leads.
  ///
  /// @param named true if the path itself names what the subtree is made of; otherwise it begins
  ///   with the root that is to be checked
  record Roots(Hash ofSubtree, Hash ofTree, boolean named) {}

  void check(List<Hash> path, Hash subtreeRoot, Hash treeRoot) throws LedgerException {
    Roots roots = roots(path, subtreeRoot);
    if (!roots.ofSubtree().equals(subtreeRoot) || !roots.ofTree().equals(treeRoot)) {
      throw new LedgerException(LedgerException.Code.ROOT_MISMATCH);
    }
  }

  Roots roots(List<Hash> path, Hash subtreeRoot) throws LedgerException {
    climbToFirstHash();
    int used = first == last ? 0 : 1;
    if (path.size() < used) {
      throw new LedgerException(LedgerException.Code.PATH_LENGTH);
    }
    Hash seed = used == 0 ? subtreeRoot : path.getFirst();
    Hash ofSubtree = seed;
    Hash ofTree = seed;
    for (Hash sibling : path.subList(used, path.size())) {
      if (treeLast == 0) {
        throw new LedgerException(LedgerException.Code.PATH_LENGTH);
      }
      if ((last & 1) == 1 || last == treeLast) {
        ofSubtree = first < last ? TreeHash.node(sibling, ofSubtree) : ofSubtree;
        ofTree = TreeHash.node(sibling, ofTree);
        climbWhileLastIsLeft();
      } else {
        ofTree = TreeHash.node(ofTree, sibling);
      }
      climb();
    }
    if (treeLast != 0) {
      throw new LedgerException(LedgerException.Code.PATH_LENGTH);
    }
    return new Roots(ofSubtree, ofTree, used == 1);
  }

  private void climbToFirstHash() {
    boolean sharesEdge = last == treeLast;
    while (first != last && (sharesEdge || (last & 1) == 1)) {
      climb();
    }
  }

  private void climbWhileLastIsLeft() {
    while ((last & 1) == 0) {
      climb();
    }
  }

  private void climb() {
    first >>>= 1;
    last >>>= 1;
    treeLast >>>= 1;
  }
}
