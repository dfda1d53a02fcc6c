// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.batch;

import java.util.List;
import lat.enlace.bytes.Hash;

/// The consistency proof from the last checkpoint the reader saw (RFC 6962, section 2.1.2).
///
/// @param fromSize the size of that checkpoint's tree; 0 if the reader has seen none, and then
///   there is nothing to prove
public record ConsistencyPath(long fromSize, List<Hash> hashes) {
  /// For a reader who has seen no checkpoint yet.
  public static final ConsistencyPath NONE_SEEN = new ConsistencyPath(0, List.of());

  /// Copies and checks the bounds.
  public ConsistencyPath {
    hashes = List.copyOf(hashes);
    if (fromSize < 0 || hashes.size() > Bounds.MAX_CONSISTENCY_HASHES) {
      throw new IllegalArgumentException("a consistency proof beyond its bounds");
    }
    if (fromSize == 0 && !hashes.isEmpty()) {
      throw new IllegalArgumentException("nothing is proved from an empty tree");
    }
  }
}
