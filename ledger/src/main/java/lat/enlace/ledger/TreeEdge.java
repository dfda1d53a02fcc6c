// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;

/// The growing right edge of a tree: the hashes of the partial tile at every level. Enough to
/// append and to know the root. Not thread-safe.
final class TreeEdge {
  /// Takes each tile as it becomes full.
  interface FullTiles {
    void full(int level, long index, List<Hash> hashes) throws LogStorageException;
  }

  private final List<List<Hash>> levels = new ArrayList<>();
  private long size;

  /// An empty tree.
  TreeEdge() {}

  /// The edge of a tree of `size` leaves from its partial tiles, level 0 first.
  TreeEdge(long size, List<List<Hash>> partials) {
    this.size = size;
    partials.forEach(partial -> levels.add(new ArrayList<>(partial)));
  }

  /// The width of the partial tile at `level` in a tree of `size` leaves; 0 if there is none.
  static int partialWidth(long size, int level) {
    int shift = 8 * level;
    return shift >= Long.SIZE ? 0 : (int) ((size >>> shift) & 0xff);
  }

  /// The number of tile levels in a tree of `size` leaves.
  static int levelCount(long size) {
    return size == 0 ? 0 : (Long.SIZE - Long.numberOfLeadingZeros(size) + 7) / 8;
  }

  long size() {
    return size;
  }

  int levelCount() {
    return levels.size();
  }

  /// The hashes of the partial tile at `level`, oldest first.
  List<Hash> partial(int level) {
    return List.copyOf(levels.get(level));
  }

  void add(Hash leaf, FullTiles sink) throws LogStorageException {
    size++;
    Hash carried = leaf;
    for (int level = 0; ; level++) {
      if (level == levels.size()) {
        levels.add(new ArrayList<>(TilePath.FULL));
      }
      List<Hash> tile = levels.get(level);
      tile.add(carried);
      if (tile.size() < TilePath.FULL) {
        return;
      }
      sink.full(level, (size >>> (8 * (level + 1))) - 1, List.copyOf(tile));
      carried = perfectRoot(tile);
      tile.clear();
    }
  }

  Hash root() {
    List<Hash> peaks = new ArrayList<>();
    for (int level = levels.size() - 1; level >= 0; level--) {
      addPeaks(levels.get(level), peaks);
    }
    if (peaks.isEmpty()) {
      return TreeHash.EMPTY;
    }
    Hash root = peaks.getLast();
    for (int i = peaks.size() - 2; i >= 0; i--) {
      root = TreeHash.node(peaks.get(i), root);
    }
    return root;
  }

  /// The roots of the whole subtrees that a partial tile falls into, largest first.
  private static void addPeaks(List<Hash> tile, List<Hash> peaks) {
    int from = 0;
    for (int span = TilePath.FULL / 2; span > 0; span /= 2) {
      if ((tile.size() & span) != 0) {
        peaks.add(perfectRoot(tile.subList(from, from + span)));
        from += span;
      }
    }
  }

  private static Hash perfectRoot(List<Hash> hashes) {
    Bytes encoded = HashTile.encode(hashes);
    int height = Integer.numberOfTrailingZeros(hashes.size());
    return HashTile.of(encoded).subtree(height, 0);
  }
}
