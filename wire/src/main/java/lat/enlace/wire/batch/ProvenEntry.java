// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.batch;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;

/// One committed content with what proves that it stands in the log: nothing is verified yet.
///
/// @param leafIndex in the log of the extract's author, from 0
/// @param salt the 32 bytes that open the commitment
/// @param path the inclusion proof up to the extract's checkpoint, from the leaf's sibling to the
///   root's child (RFC 6962, section 2.1.1)
/// @param content the exact bytes that were committed to: a dispatch or a receipt
public record ProvenEntry(long leafIndex, Bytes salt, List<Hash> path, Bytes content) {
  /// Copies and checks the bounds.
  public ProvenEntry {
    path = List.copyOf(path);
    if (leafIndex < 0
        || salt.size() != Bounds.SALT_BYTES
        || path.size() > Bounds.MAX_PATH_HASHES
        || content.size() > Bounds.MAX_CONTENT_BYTES) {
      throw new IllegalArgumentException("an entry beyond its bounds");
    }
  }
}
