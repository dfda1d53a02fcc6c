// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;

/// The right edge of the tree that a journal segment begins with, read back from tiles and checked
/// against the root that the segment states.
record LogBase(TreeEdge edge, List<Bytes> bundle) {
  LogBase {
    bundle = List.copyOf(bundle);
  }

  static LogBase empty() {
    return new LogBase(new TreeEdge(), List.of());
  }

  /// @throws LedgerException with code MISSING or CORRUPT
  static LogBase load(LogSource source, long size, Hash root)
      throws LedgerException, LogStorageException {
    TileReader tiles = new TileReader(source, TilePath.MAX_LEVEL);
    List<List<Hash>> partials = new ArrayList<>();
    for (int level = 0; level < TreeEdge.levelCount(size); level++) {
      partials.add(partial(tiles, size, level));
    }
    TreeEdge edge = new TreeEdge(size, partials);
    if (!edge.root().equals(root)) {
      throw new LedgerException(LedgerException.Code.CORRUPT);
    }
    return new LogBase(edge, bundle(tiles, size, partials));
  }

  private static List<Hash> partial(TileReader tiles, long size, int level)
      throws LedgerException, LogStorageException {
    int width = TreeEdge.partialWidth(size, level);
    List<Hash> hashes = new ArrayList<>(width);
    if (width > 0) {
      HashTile tile = tiles.tile(new TilePath(level, size >>> (8 * (level + 1)), width));
      for (int i = 0; i < width; i++) {
        hashes.add(tile.subtree(0, i));
      }
    }
    return hashes;
  }

  private static List<Bytes> bundle(TileReader tiles, long size, List<List<Hash>> partials)
      throws LedgerException, LogStorageException {
    int width = TreeEdge.partialWidth(size, 0);
    if (width == 0) {
      return List.of();
    }
    Bytes encoded = tiles.bundle(TilePath.entries(size / TilePath.FULL, width));
    List<Bytes> entries = EntryBundle.decode(encoded, width);
    if (!entries.stream().map(TreeHash::leaf).toList().equals(partials.getFirst())) {
      throw new LedgerException(LedgerException.Code.CORRUPT);
    }
    return entries;
  }
}
