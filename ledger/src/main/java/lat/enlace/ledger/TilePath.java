// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

/// Where tiles and entry bundles lie (C2SP tlog-tiles), relative to the log's folder.
///
/// `level` is the tile level from 0, or {@link #ENTRIES} for a bundle; `width` is 256 for a full
/// tile and 1 to 255 for a partial one.
record TilePath(int level, long index, int width) {
  /// Stands for the level of entry bundles.
  static final int ENTRIES = -1;

  /// Entries in a full bundle, hashes in a full tile.
  static final int FULL = 256;

  static final int MAX_LEVEL = 63;

  TilePath {
    if (level < ENTRIES || level > MAX_LEVEL || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException("no such tile");
    }
  }

  static TilePath entries(long index, int width) {
    return new TilePath(ENTRIES, index, width);
  }

  TilePath full() {
    return new TilePath(level, index, FULL);
  }

  /// The folder that holds the partial forms of this tile.
  String partialFolder() {
    return folder() + stem() + ".p";
  }

  String path() {
    return width == FULL ? folder() + stem() : partialFolder() + "/" + width;
  }

  private String folder() {
    return level == ENTRIES ? "tile/entries/" : "tile/" + level + "/";
  }

  /// The index in groups of three digits, all but the last marked with an `x`.
  private String stem() {
    StringBuilder out = new StringBuilder(group(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      out.insert(0, "x" + group(rest % 1000) + "/");
    }
    return out.toString();
  }

  private static String group(long value) {
    String digits = Long.toString(value);
    return "000".substring(digits.length()) + digits;
  }
}
