// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.List;
import lat.enlace.bytes.Hash;

/// An entry proved by a {@link TlogProof}: it stands in its log, and the witnesses asked for saw
/// the log. Made only by {@link TlogProof#verify}.
public final class ProvedEntry {
  private final IncludedLeaf leaf;
  private final List<Cosignature> cosignatures;

  ProvedEntry(IncludedLeaf leaf, List<Cosignature> cosignatures) {
    this.leaf = leaf;
    this.cosignatures = List.copyOf(cosignatures);
  }

  /// The leaf and the tree it stands in.
  public IncludedLeaf leaf() {
    return leaf;
  }

  /// The hash of the leaf.
  public Hash leafHash() {
    return leaf.leafHash();
  }

  /// The verified head.
  public VerifiedCheckpoint checkpoint() {
    return leaf.checkpoint();
  }

  /// The cosignatures by known witnesses.
  public List<Cosignature> cosignatures() {
    return cosignatures;
  }
}
