// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.seal;

import lat.enlace.bytes.Hash;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.wire.batch.Batch;

/// A batch that was sealed to this node under a known context. Only {@link Sealer#open} makes one.
///
/// It proves that sender and recipient agree on the context, not who sealed it: checkpoint and
/// proofs inside are still to be verified.
public final class OpenedBatch {
  private final Batch batch;
  private final SealContext context;
  private final Hash sealedHash;

  OpenedBatch(Batch batch, SealContext context, Hash sealedHash) {
    this.batch = batch;
    this.context = context;
    this.sealedHash = sealedHash;
  }

  /// What was inside.
  public Batch batch() {
    return batch;
  }

  /// What the seal was bound to.
  public SealContext context() {
    return context;
  }

  /// True if a dispatch on {@code basis} may stand in this batch: it rests on no instrument, or on
  /// one whose text the seal is bound to.
  public boolean covers(Basis basis) {
    return switch (basis) {
      case Basis.UnderInstrument under -> context.instruments().contains(under.instrument().text());
      case Basis.Humanitarian _, Basis.Life _, Basis.Governance _ -> true;
    };
  }

  /// SHA-256 of the sealed bytes, by which the ack names the batch.
  public Hash sealedHash() {
    return sealedHash;
  }
}
