// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.List;
import lat.enlace.bytes.Hash;

/// The root of RFC 6962, section 2.1, over leaves that are all at hand: the few chunks of a file,
/// not the entries of a log.
public final class ChunkTree {
  private ChunkTree() {}

  /// The root over the hashes of leaves ({@link TreeHash#leaf}) in their order.
  public static Hash root(List<Hash> leaves) {
    return switch (leaves.size()) {
      case 0 -> TreeHash.EMPTY;
      case 1 -> leaves.getFirst();
      default -> {
        int left = Integer.highestOneBit(leaves.size() - 1);
        yield TreeHash.node(
            root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
      }
    };
  }
}
