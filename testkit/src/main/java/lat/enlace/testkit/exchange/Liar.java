// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import java.util.function.UnaryOperator;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.Links;
import lat.enlace.wire.ErrorCode;
import lat.enlace.wire.WireException;
import lat.enlace.wire.batch.Ack;
import lat.enlace.wire.batch.Batch;
import lat.enlace.wire.batch.LogExtract;
import lat.enlace.wire.batch.ProvenEntry;
import lat.enlace.wire.seal.OpenedBatch;
import lat.enlace.wire.seal.SealedBatch;
import lat.enlace.wire.seal.Sealer;

/// What a node that lies can send with keys of its own: batches opened, changed and sealed again.
public final class Liar {
  private Liar() {}

  /// The batch with something changed inside, sealed to the same recipient.
  public static Bytes resealed(
      Bytes envelope, TestNode from, TestNode to, UnaryOperator<Batch> change) {
    try {
      SealedBatch sealed = SealedBatch.parse(envelope);
      OpenedBatch opened = Sealer.open(sealed, from.id(), to.keys().sealingKeys().getFirst());
      return Sealer.seal(
              change.apply(opened.batch()),
              sealed.instruments(),
              to.keys().sealingKeys().getFirst().recipientKey(),
              new SeededRandomness(envelope.hashCode()).next(Sealer.RANDOMNESS_BYTES))
          .toBytes();
    } catch (WireException e) {
      throw new IllegalStateException("the test's own batch", e);
    }
  }

  /// The batch with the entries changed.
  public static UnaryOperator<Batch> entries(UnaryOperator<ProvenEntry> change) {
    return extract(extract ->
        new LogExtract(
            extract.nodeRecord(),
            extract.checkpoint(),
            extract.consistency(),
            extract.entries().stream().map(change).toList()));
  }

  /// The batch with what it takes from the sender's log changed.
  public static UnaryOperator<Batch> extract(UnaryOperator<LogExtract> change) {
    return batch ->
        new Batch(
            batch.sender(),
            batch.recipient(),
            batch.recipientRecord(),
            batch.recipientSeen(),
            change.apply(batch.extract()));
  }

  /// The batch with another claim of how much of the recipient's log the sender verified.
  public static UnaryOperator<Batch> seen(long size) {
    return batch ->
        new Batch(
            batch.sender(), batch.recipient(), batch.recipientRecord(), size, batch.extract());
  }

  /// A refusal of the batch whose sender's log was seen up to {@code size}, if the liar is
  /// believed.
  public static Bytes refusal(Links.Outgoing batch, TestNode liar, TestNode to, long size) {
    try {
      return new Ack.Refused(
              Hash.sha256(batch.envelope()), liar.id(), to.id(), new ErrorCode("STALE_PROOF"), size)
          .toBytes();
    } catch (WireException e) {
      throw new IllegalStateException("a refusal is short", e);
    }
  }

  /// The code of a refusal, or {@code accepted}.
  public static String outcome(Bytes ack) {
    try {
      return switch (Ack.parse(ack)) {
        case Ack.Accepted _ -> "accepted";
        case Ack.Refused refused -> refused.code().value();
      };
    } catch (WireException e) {
      throw new IllegalStateException("a node answers with an ack", e);
    }
  }
}
