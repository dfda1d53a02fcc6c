// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;

/// A log at one size: its root, its entries, and the proofs in its tree. Thread-safe.
public final class LogView {
  private static final int TILE_HEIGHT = 8;

  private final TileReader tiles;
  private final long size;

  /// Roots of the subtrees cut off by the right edge, by height, filled as they are needed.
  private final AtomicReferenceArray<Hash> edge = new AtomicReferenceArray<>(Long.SIZE);

  LogView(TileReader tiles, long size) {
    if (size < 0) {
      throw new IllegalArgumentException("negative tree size");
    }
    this.tiles = tiles;
    this.size = size;
  }

  /// The number of entries.
  public long size() {
    return size;
  }

  /// The same log as it was when it had `earlier` entries.
  public LogView at(long earlier) {
    return new LogView(tiles, earlier);
  }

  /// The root of the tree over them.
  ///
  /// @throws LedgerException with code MISSING or CORRUPT
  public Hash root() throws LedgerException, LogStorageException {
    return size == 0 ? TreeHash.EMPTY : range(0, size);
  }

  /// The entry at `index`.
  ///
  /// @throws LedgerException with code OUT_OF_RANGE, MISSING or CORRUPT
  public Bytes entry(long index) throws LedgerException, LogStorageException {
    checkIndex(index);
    return bundle(index / TilePath.FULL).get((int) (index % TilePath.FULL));
  }

  /// The entries from `from`, inclusive, to `to`, exclusive.
  ///
  /// @throws LedgerException with code OUT_OF_RANGE, MISSING or CORRUPT
  public List<Bytes> entries(long from, long to) throws LedgerException, LogStorageException {
    if (from < 0 || to < from || to > size) {
      throw new LedgerException(LedgerException.Code.OUT_OF_RANGE);
    }
    List<Bytes> entries = new ArrayList<>();
    for (long at = from; at < to; ) {
      long index = at / TilePath.FULL;
      long first = index * TilePath.FULL;
      List<Bytes> bundle = bundle(index);
      int end = (int) Math.min(bundle.size(), to - first);
      entries.addAll(bundle.subList((int) (at - first), end));
      at = first + end;
    }
    return List.copyOf(entries);
  }

  /// The proof that the entry at `index` stands in this tree (RFC 9162, section 2.1.3.1).
  ///
  /// @throws LedgerException with code OUT_OF_RANGE, MISSING or CORRUPT
  public InclusionProof inclusion(long index) throws LedgerException, LogStorageException {
    checkIndex(index);
    List<Hash> path = new ArrayList<>();
    List<HashTile> tile = new ArrayList<>(1);
    for (int height = 0; (size - 1) >>> height > 0; height++) {
      long sibling = (index >>> height) ^ 1;
      int within = height % TILE_HEIGHT;
      if (within == 0) {
        tile.clear();
      }
      if (sibling < size >>> height) {
        // The siblings at eight heights stand in one tile, which is looked up once.
        if (tile.isEmpty()) {
          tile.add(tileOf(height, sibling));
        }
        path.add(tile.getFirst().subtree(within, (int) (sibling % (TilePath.FULL >>> within))));
      } else if (sibling <= (size - 1) >>> height) {
        path.add(cutOff(height, sibling));
      }
    }
    return new InclusionProof(index, size, path);
  }

  /// The proof that this tree begins with the tree of `fromSize` entries (RFC 9162, section
  /// 2.1.4.1); empty for 0 and for this size.
  ///
  /// @throws LedgerException with code OUT_OF_RANGE, MISSING or CORRUPT
  public ConsistencyProof consistencyFrom(long fromSize)
      throws LedgerException, LogStorageException {
    if (fromSize < 0 || fromSize > size) {
      throw new LedgerException(LedgerException.Code.OUT_OF_RANGE);
    }
    List<Hash> path = new ArrayList<>();
    if (fromSize > 0) {
      addSubproof(fromSize, 0, size, path);
    }
    return new ConsistencyProof(fromSize, size, path);
  }

  /// SUBPROOF of RFC 9162 for the leaves `[lo, hi)`, of which the first `hi - lo` or fewer are old.
  private void addSubproof(long oldSize, long lo, long hi, List<Hash> path)
      throws LedgerException, LogStorageException {
    if (oldSize == hi) {
      if (lo > 0) {
        path.add(range(lo, hi));
      }
      return;
    }
    long middle = lo + Long.highestOneBit(hi - lo - 1);
    if (oldSize <= middle) {
      addSubproof(oldSize, lo, middle, path);
      path.add(range(middle, hi));
    } else {
      addSubproof(oldSize, middle, hi, path);
      path.add(range(lo, middle));
    }
  }

  /// The root of a range that is a whole subtree or runs to the right edge.
  private Hash range(long lo, long hi) throws LedgerException, LogStorageException {
    int height = hi - lo == 1 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(hi - lo - 1);
    return node(height, lo >>> height);
  }

  /// The root over the leaves of the `index`-th subtree of height `height`, as far as it is filled.
  private Hash node(int height, long index) throws LedgerException, LogStorageException {
    boolean whole = index < size >>> height;
    return whole ? whole(height, index) : cutOff(height, index);
  }

  private Hash whole(int height, long index) throws LedgerException, LogStorageException {
    int within = height % TILE_HEIGHT;
    return tileOf(height, index).subtree(within, (int) (index % (TilePath.FULL >>> within)));
  }

  /// The tile that holds the `index`-th whole subtree of height `height`.
  private HashTile tileOf(int height, long index) throws LedgerException, LogStorageException {
    int level = height / TILE_HEIGHT;
    long tileIndex = index / (TilePath.FULL >>> (height % TILE_HEIGHT));
    boolean full = tileIndex < (size >>> (TILE_HEIGHT * level)) / TilePath.FULL;
    int width = full ? TilePath.FULL : TreeEdge.partialWidth(size, level);
    return tiles.tile(new TilePath(level, tileIndex, width));
  }

  private Hash cutOff(int height, long index) throws LedgerException, LogStorageException {
    Hash known = edge.get(height);
    if (known != null) {
      return known;
    }
    boolean hasRight = (2 * index + 1) <= (size - 1) >>> (height - 1);
    Hash left = node(height - 1, 2 * index);
    Hash root = hasRight ? TreeHash.node(left, node(height - 1, 2 * index + 1)) : left;
    edge.set(height, root);
    return root;
  }

  private List<Bytes> bundle(long index) throws LedgerException, LogStorageException {
    boolean full = index < size / TilePath.FULL;
    int width = full ? TilePath.FULL : (int) (size % TilePath.FULL);
    return EntryBundle.decode(tiles.bundle(TilePath.entries(index, width)), width);
  }

  private void checkIndex(long index) throws LedgerException {
    if (index < 0 || index >= size) {
      throw new LedgerException(LedgerException.Code.OUT_OF_RANGE);
    }
  }
}
