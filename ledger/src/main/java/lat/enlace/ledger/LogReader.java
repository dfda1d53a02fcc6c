// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

/// Reads entries and makes proofs from the files of a log. Thread-safe, also while the log grows.
///
/// Trusts the files: a proof made from a damaged tile is refused by whoever verifies it. {@link
/// Fsck} finds the damage.
public final class LogReader {
  private static final int CACHED_TILES = 2048;

  private final TileReader tiles;

  /// Over `source`, keeping at most 2,048 tiles (about 33 MB) in memory.
  public LogReader(LogSource source) {
    this(source, CACHED_TILES);
  }

  /// Over `source`, keeping at most `cachedTiles` tiles of about 16 KiB in memory.
  public LogReader(LogSource source, int cachedTiles) {
    this.tiles = new TileReader(source, cachedTiles);
  }

  /// The log as it was when it had `size` entries. Nothing is read before it is asked for.
  public LogView at(long size) {
    return new LogView(tiles, size);
  }
}
