// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.security.MessageDigest;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;

/// The hashes of RFC 6962, section 2.1: leaves and nodes are kept apart by their first byte.
public final class TreeHash {
  /// The root of the empty tree: SHA-256 of nothing.
  public static final Hash EMPTY = Hash.sha256();

  private static final byte LEAF = 0x00;
  private static final byte NODE = 0x01;

  private TreeHash() {}

  /// The hash of an entry: SHA-256(0x00 ‖ entry).
  public static Hash leaf(Bytes entry) {
    MessageDigest digest = Hash.newSha256();
    digest.update(LEAF);
    entry.digestInto(digest);
    return new Hash(Bytes.copyOf(digest.digest()));
  }

  /// The hash of an inner node: SHA-256(0x01 ‖ left ‖ right).
  public static Hash node(Hash left, Hash right) {
    MessageDigest digest = Hash.newSha256();
    digest.update(NODE);
    left.value().digestInto(digest);
    right.value().digestInto(digest);
    return new Hash(Bytes.copyOf(digest.digest()));
  }
}
