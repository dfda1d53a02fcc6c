// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import lat.enlace.bytes.Hash;

/// A leaf that was proved to stand in a verified tree. Made only by {@link
/// VerifiedCheckpoint#include}.
public final class IncludedLeaf {
  private final Hash leafHash;
  private final InclusionProof proof;
  private final VerifiedCheckpoint checkpoint;

  IncludedLeaf(Hash leafHash, InclusionProof proof, VerifiedCheckpoint checkpoint) {
    this.leafHash = leafHash;
    this.proof = proof;
    this.checkpoint = checkpoint;
  }

  /// The hash of the leaf.
  public Hash leafHash() {
    return leafHash;
  }

  /// Its index, from 0.
  public long index() {
    return proof.index();
  }

  /// The proof that verified.
  public InclusionProof proof() {
    return proof;
  }

  /// The tree it stands in.
  public VerifiedCheckpoint checkpoint() {
    return checkpoint;
  }
}
