// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;

/// A proof that verifies offline that a log holds an entry: index, path and signed checkpoint (C2SP
/// tlog-proof). `extra` is not authenticated and empty where there is none. Not verified.
public record TlogProof(Bytes extra, long index, List<Hash> path, SignedCheckpoint checkpoint) {
  /// Longest extra data in bytes.
  public static final int MAX_EXTRA_BYTES = 1 << 16;

  /// Longest path: a tree of 2^63 leaves has 63 levels.
  public static final int MAX_PATH = 63;

  /// Checks the bounds and copies the path.
  public TlogProof {
    path = List.copyOf(path);
    if (extra.size() > MAX_EXTRA_BYTES || index < 0 || path.size() > MAX_PATH) {
      throw new IllegalArgumentException("a proof beyond the bounds");
    }
  }

  /// Without extra data.
  ///
  /// @throws LedgerException with code SIZE_MISMATCH if the proof is for another tree size
  public static TlogProof of(InclusionProof proof, SignedCheckpoint checkpoint)
      throws LedgerException {
    if (proof.treeSize() != checkpoint.checkpoint().size()) {
      throw new LedgerException(LedgerException.Code.SIZE_MISMATCH);
    }
    return new TlogProof(Bytes.EMPTY, proof.index(), proof.path(), checkpoint);
  }

  /// Reads the text form.
  ///
  /// @throws LedgerException with code PROOF_FORM, CHECKPOINT or ORIGIN_FORM
  public static TlogProof parse(Bytes encoded) throws LedgerException {
    return TlogProofText.parse(encoded);
  }

  /// The text form, byte for byte as the specification has it.
  public Bytes bytes() {
    return TlogProofText.format(this);
  }

  /// The path as a proof for the checkpoint's tree.
  public InclusionProof inclusion() {
    return new InclusionProof(index, checkpoint.checkpoint().size(), path);
  }

  /// Verifies checkpoint, quorum and path for the entry whose leaf has `leafHash`.
  ///
  /// @throws LedgerException with code WRONG_ORIGIN, CHECKPOINT, QUORUM, OUT_OF_RANGE, PATH_LENGTH
  ///   or ROOT_MISMATCH
  public ProvedEntry verify(Hash leafHash, ProofPolicy policy) throws LedgerException {
    VerifiedCheckpoint verified = policy.log().verify(checkpoint);
    List<Cosignature> cosignatures = policy.quorum().verify(checkpoint);
    return new ProvedEntry(verified.include(leafHash, inclusion()), cosignatures);
  }
}
