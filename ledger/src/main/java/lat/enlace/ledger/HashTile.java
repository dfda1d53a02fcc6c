// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.security.MessageDigest;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;

/// The hashes of one tile and every whole subtree over them, computed once. Immutable.
final class HashTile {
  private static final byte NODE = 0x01;

  private final int width;

  /// Row `h` holds the roots of the whole subtrees of 2^h hashes, one after the other.
  private final byte[][] rows;

  private HashTile(int width, byte[][] rows) {
    this.width = width;
    this.rows = rows;
  }

  static HashTile of(Bytes hashes) {
    int width = hashes.size() / Hash.SIZE_BYTES;
    int height = Integer.SIZE - Integer.numberOfLeadingZeros(width);
    byte[][] rows = new byte[height][];
    rows[0] = hashes.toArray();
    MessageDigest digest = Hash.newSha256();
    for (int h = 1; h < height; h++) {
      rows[h] = over(digest, rows[h - 1], width >>> h);
    }
    return new HashTile(width, rows);
  }

  static Bytes encode(List<Hash> hashes) {
    return Bytes.concat(hashes.stream().map(Hash::value).toList());
  }

  int width() {
    return width;
  }

  /// The root of the subtree of 2^height hashes that is the `index`-th of its kind in this tile.
  Hash subtree(int height, int index) {
    return new Hash(Bytes.copyOf(rows[height], index * Hash.SIZE_BYTES, Hash.SIZE_BYTES));
  }

  private static byte[] over(MessageDigest digest, byte[] below, int count) {
    byte[] row = new byte[count * Hash.SIZE_BYTES];
    for (int i = 0; i < count; i++) {
      digest.update(NODE);
      digest.update(below, 2 * i * Hash.SIZE_BYTES, 2 * Hash.SIZE_BYTES);
      System.arraycopy(digest.digest(), 0, row, i * Hash.SIZE_BYTES, Hash.SIZE_BYTES);
    }
    return row;
  }
}
