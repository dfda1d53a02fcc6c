// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;

/// Reads tiles and bundles of a log, with the tiles used last kept at hand. Thread-safe.
final class TileReader {
  private final LogSource source;
  private final Map<TilePath, HashTile> cache;

  TileReader(LogSource source, int cachedTiles) {
    this.source = source;
    this.cache =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<TilePath, HashTile> eldest) {
            return size() > cachedTiles;
          }
        };
  }

  /// The tile at `wanted`, which has at least the width asked for.
  HashTile tile(TilePath wanted) throws LedgerException, LogStorageException {
    synchronized (cache) {
      HashTile cached = cache.get(wanted);
      if (cached != null) {
        return cached;
      }
    }
    Bytes content = read(wanted);
    if (content.size() % Hash.SIZE_BYTES != 0
        || content.size() < wanted.width() * Hash.SIZE_BYTES
        || content.size() > TilePath.FULL * Hash.SIZE_BYTES) {
      throw new LedgerException(LedgerException.Code.CORRUPT);
    }
    HashTile tile = HashTile.of(content);
    synchronized (cache) {
      cache.put(wanted, tile);
    }
    return tile;
  }

  /// The bundle at `wanted`, as its bytes; it may hold more entries than asked for.
  Bytes bundle(TilePath wanted) throws LedgerException, LogStorageException {
    return read(wanted);
  }

  /// A partial tile may be gone once the full one is there, and a wider partial one serves as well.
  private Bytes read(TilePath wanted) throws LedgerException, LogStorageException {
    Optional<Bytes> found = source.read(wanted.path());
    if (found.isEmpty() && wanted.width() < TilePath.FULL) {
      found = source.read(wanted.full().path());
    }
    if (found.isEmpty() && wanted.width() < TilePath.FULL) {
      found = readWider(wanted);
    }
    return found.orElseThrow(() -> new LedgerException(LedgerException.Code.MISSING));
  }

  private Optional<Bytes> readWider(TilePath wanted) throws LogStorageException {
    for (int width = wanted.width() + 1; width < TilePath.FULL; width++) {
      Optional<Bytes> found =
          source.read(new TilePath(wanted.level(), wanted.index(), width).path());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
