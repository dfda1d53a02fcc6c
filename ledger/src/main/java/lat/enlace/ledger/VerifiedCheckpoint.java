// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.time.Instant;
import java.util.Optional;
import lat.enlace.bytes.Hash;
import lat.enlace.note.VerifiedNote;

/// A checkpoint of which both lines of its log verified. Made only by {@link LogKeys#verify}.
///
/// Says that the log stands for this head; not that the log shows the same head to everybody: for
/// that, see {@link ConsistencyProof} and {@link TlogProof}.
public final class VerifiedCheckpoint {
  private final SignedCheckpoint signed;
  private final VerifiedNote note;
  private final LogKeys keys;

  VerifiedCheckpoint(SignedCheckpoint signed, VerifiedNote note, LogKeys keys) {
    this.signed = signed;
    this.note = note;
    this.keys = keys;
  }

  /// The head.
  public Checkpoint checkpoint() {
    return signed.checkpoint();
  }

  /// The note, with lines by others if it had any.
  public SignedCheckpoint signed() {
    return signed;
  }

  /// The keys it verified under.
  public LogKeys keys() {
    return keys;
  }

  /// When the log signed it, as the log itself states.
  public Optional<Instant> signedAt() {
    return note.by(keys.mlDsa44()).flatMap(line -> line.time());
  }

  /// The log's name.
  public Origin origin() {
    return checkpoint().origin();
  }

  /// The number of entries.
  public long size() {
    return checkpoint().size();
  }

  /// The root of the tree.
  public Hash root() {
    return checkpoint().root();
  }

  /// Verifies that this tree holds `leafHash` where `proof` says.
  ///
  /// @throws LedgerException with code SIZE_MISMATCH, OUT_OF_RANGE, PATH_LENGTH or ROOT_MISMATCH
  public IncludedLeaf include(Hash leafHash, InclusionProof proof) throws LedgerException {
    if (proof.treeSize() != size()) {
      throw new LedgerException(LedgerException.Code.SIZE_MISMATCH);
    }
    proof.check(leafHash, root());
    return new IncludedLeaf(leafHash, proof, this);
  }

  @Override
  public String toString() {
    return "VerifiedCheckpoint[" + origin() + ", " + size() + ", " + root() + "]";
  }
}
