// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;

/// Rebuilds the tree of a log from its bundles and compares every tile and bundle file on the way.
final class FsckTree {
  private final FsckFiles files;
  private final FsckJournal journal;
  private final long size;
  private final TreeEdge edge = new TreeEdge();
  private Hash root = TreeHash.EMPTY;
  private long pending;

  /// `size` is what the checkpoint states.
  FsckTree(FsckFiles files, FsckJournal journal, long size) {
    this.files = files;
    this.journal = journal;
    this.size = size;
  }

  /// The root over the entries up to `size`.
  Hash root() {
    return root;
  }

  /// Entries in the journal beyond `size`.
  long pending() {
    return pending;
  }

  void rebuild() throws LogStorageException {
    journal.compareRoot(0, TreeHash.EMPTY);
    List<Bytes> last = List.of();
    long bundles = size / TilePath.FULL + (size % TilePath.FULL == 0 ? 0 : 1);
    for (long index = 0; index < bundles; index++) {
      last = addBundle(index);
    }
    root = edge.root();
    addPending(last.size() == TilePath.FULL ? List.of() : last);
    for (int level = 0; level < edge.levelCount(); level++) {
      compareTile(level, edge.size() >>> (8 * (level + 1)), edge.partial(level));
    }
  }

  private List<Bytes> addBundle(long index) throws LogStorageException {
    int width = (int) Math.min(TilePath.FULL, size - index * TilePath.FULL);
    TilePath path = TilePath.entries(index, width);
    List<Bytes> entries = readBundle(path);
    if (entries.isEmpty()) {
      addLeavesFromTile(index, width);
      return List.of();
    }
    List<Hash> leaves = entries.stream().map(TreeHash::leaf).toList();
    if (differsFromTile(index, leaves)) {
      files.find(path.path(), FsckFinding.Problem.BUNDLE_MISMATCH);
    }
    for (int i = 0; i < width; i++) {
      journal.compare(index * TilePath.FULL + i, entries.get(i));
      addLeaf(leaves.get(i));
    }
    if (width == TilePath.FULL) {
      compareBundle(index, entries);
    }
    return entries;
  }

  /// The entries of a bundle; none if it cannot be read.
  private List<Bytes> readBundle(TilePath path) throws LogStorageException {
    TilePath present = files.has(path) ? path : path.full();
    Optional<Bytes> file = files.read(present.path());
    if (file.isEmpty()) {
      files.find(path.path(), FsckFinding.Problem.MISSING);
      return List.of();
    }
    try {
      List<Bytes> entries = EntryBundle.decode(file.get(), present.width());
      return entries.subList(0, path.width());
    } catch (LedgerException e) {
      files.find(present.path(), FsckFinding.Problem.UNREADABLE);
      return List.of();
    }
  }

  /// Stands in for a bundle that cannot be read, so that the rest can still be examined.
  private void addLeavesFromTile(long index, int width) throws LogStorageException {
    List<Hash> leaves = tileHashes(index, width);
    for (int i = 0; i < width; i++) {
      addLeaf(i < leaves.size() ? leaves.get(i) : TreeHash.EMPTY);
    }
  }

  private boolean differsFromTile(long index, List<Hash> leaves) throws LogStorageException {
    List<Hash> stated = tileHashes(index, leaves.size());
    return !stated.isEmpty() && !stated.equals(leaves);
  }

  private List<Hash> tileHashes(long index, int width) throws LogStorageException {
    TilePath exact = new TilePath(0, index, width);
    Bytes tile = files.read((files.has(exact) ? exact : exact.full()).path()).orElse(Bytes.EMPTY);
    List<Hash> hashes = new ArrayList<>();
    for (int i = 0; i < width && (i + 1) * Hash.SIZE_BYTES <= tile.size(); i++) {
      hashes.add(new Hash(tile.slice(i * Hash.SIZE_BYTES, (i + 1) * Hash.SIZE_BYTES)));
    }
    return hashes;
  }

  /// Entries in the journal that no checkpoint covers yet: their tiles may be there already.
  private void addPending(List<Bytes> partialBundle) throws LogStorageException {
    List<Bytes> bundle = new ArrayList<>(partialBundle);
    Optional<Bytes> entry = journal.entry(edge.size());
    while (entry.isPresent()) {
      bundle.add(entry.get());
      addLeaf(TreeHash.leaf(entry.get()));
      pending++;
      if (bundle.size() == TilePath.FULL) {
        compareBundle(edge.size() / TilePath.FULL - 1, bundle);
        bundle.clear();
      }
      entry = journal.entry(edge.size());
    }
    if (!bundle.isEmpty()) {
      compareBundle(edge.size() / TilePath.FULL, bundle);
    }
  }

  private void addLeaf(Hash leaf) throws LogStorageException {
    edge.add(leaf, this::compareTile);
    if (journal.beginsAt(edge.size())) {
      journal.compareRoot(edge.size(), edge.root());
    }
  }

  private void compareTile(int level, long index, List<Hash> hashes) throws LogStorageException {
    requirePresent(level, index);
    for (TilePath path : present(level, index, hashes.size())) {
      Bytes expected = HashTile.encode(hashes.subList(0, path.width()));
      if (!files.read(path.path()).equals(Optional.of(expected))) {
        files.find(path.path(), FsckFinding.Problem.TILE_MISMATCH);
      }
    }
  }

  private void compareBundle(long index, List<Bytes> entries) throws LogStorageException {
    for (TilePath path : present(TilePath.ENTRIES, index, entries.size())) {
      Bytes expected = EntryBundle.encode(entries.subList(0, path.width()));
      if (!files.read(path.path()).equals(Optional.of(expected))) {
        files.find(path.path(), FsckFinding.Problem.BUNDLE_MISMATCH);
      }
    }
  }

  /// The forms of a tile that are there, up to `width`.
  private List<TilePath> present(int level, long index, int width) {
    List<TilePath> paths = new ArrayList<>();
    TilePath full = new TilePath(level, index, TilePath.FULL);
    if (width == TilePath.FULL && files.has(full)) {
      paths.add(full);
    }
    if (!files.below(full.partialFolder()).isEmpty()) {
      for (int w = 1; w <= Math.min(width, TilePath.FULL - 1); w++) {
        TilePath partial = new TilePath(level, index, w);
        if (files.has(partial)) {
          paths.add(partial);
        }
      }
    }
    return paths;
  }

  /// The tree of the checkpoint needs each tile, full or as wide as it was then.
  private void requirePresent(int level, long index) {
    long hashes = size >>> (8 * level);
    long first = index * TilePath.FULL;
    if (first >= hashes) {
      return;
    }
    int width = (int) Math.min(TilePath.FULL, hashes - first);
    TilePath path = new TilePath(level, index, width);
    if (!files.has(path) && !files.has(path.full())) {
      files.find(path.path(), FsckFinding.Problem.MISSING);
    }
  }
}
