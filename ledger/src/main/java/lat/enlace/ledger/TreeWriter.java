// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;

/// Takes entries in order and writes every tile and bundle they fill. Not thread-safe.
///
/// Never writes a file again that it has written or that was durable before: a crash could tear it.
final class TreeWriter {
  private final LogFiles files;
  private final TreeEdge edge;
  private final List<Bytes> bundle;

  /// The last partial tile or bundle written, by level.
  private final Map<Integer, TilePath> written = new HashMap<>();

  /// Goes on from `base`, whose files are durable.
  TreeWriter(LogFiles files, LogBase base) {
    this.files = files;
    this.edge = base.edge();
    this.bundle = new ArrayList<>(base.bundle());
    partials().forEach(path -> written.put(path.level(), path));
  }

  long size() {
    return edge.size();
  }

  Hash root() {
    return edge.root();
  }

  LogFiles files() {
    return files;
  }

  void add(Bytes entry) throws LogStorageException {
    bundle.add(entry);
    if (bundle.size() == TilePath.FULL) {
      files.writeBundle(TilePath.entries(edge.size() / TilePath.FULL, TilePath.FULL), bundle);
      bundle.clear();
    }
    edge.add(
        TreeHash.leaf(entry),
        (level, index, hashes) ->
            files.writeTile(new TilePath(level, index, TilePath.FULL), hashes));
  }

  /// The partial tiles and the partial bundle that a tree of the present size needs.
  List<TilePath> partials() {
    List<TilePath> paths = new ArrayList<>();
    for (int level = 0; level < edge.levelCount(); level++) {
      int width = TreeEdge.partialWidth(edge.size(), level);
      if (width > 0) {
        paths.add(new TilePath(level, edge.size() >>> (8 * (level + 1)), width));
      }
    }
    if (!bundle.isEmpty()) {
      paths.add(TilePath.entries(edge.size() / TilePath.FULL, bundle.size()));
    }
    return paths;
  }

  void writePartials() throws LogStorageException {
    for (TilePath path : partials()) {
      writePartial(path);
    }
  }

  /// Writes one of the present {@link #partials}.
  void writePartial(TilePath path) throws LogStorageException {
    if (path.equals(written.put(path.level(), path))) {
      return;
    }
    if (path.level() == TilePath.ENTRIES) {
      files.writeBundle(path, bundle);
    } else {
      files.writeTile(path, edge.partial(path.level()));
    }
  }

  /// Begins a new journal, as {@link LogFiles#settleBehind}.
  void settleBehind() throws LogStorageException {
    writePartials();
    files.settleBehind(edge.size(), edge.root());
  }

  /// Makes everything durable and empties the journal.
  void settle() throws LogStorageException {
    writePartials();
    files.settle(edge.size(), edge.root());
  }
}
