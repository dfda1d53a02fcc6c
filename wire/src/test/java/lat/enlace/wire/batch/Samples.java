// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.model.NodeId;
import lat.enlace.wire.ErrorCode;

/// Invented batches, acks and receipts, the same at every run.
public final class Samples {
  /// The sender.
  public static final NodeId CO = new NodeId("co.example/enlace");

  /// The recipient.
  public static final NodeId VE = new NodeId("ve.example/enlace");

  private Samples() {}

  /// A digest of its own for each number.
  public static Hash hash(int number) {
    return Hash.sha256(Bytes.utf8("hash " + number));
  }

  /// An entry whose path shares its upper part with others.
  public static ProvenEntry entry(long leafIndex, String content) {
    List<Hash> path = List.of(hash(1000 + (int) leafIndex), hash(1), hash(2));
    return new ProvenEntry(leafIndex, hash((int) leafIndex).value(), path, Bytes.utf8(content));
  }

  /// Two dispatches after forty seen.
  public static LogExtract extract() {
    return new LogExtract(
        3,
        Bytes.utf8("co.example/enlace\n44\nroot\n\nsignatures\n"),
        new ConsistencyPath(40, List.of(hash(5), hash(6))),
        List.of(entry(41, "first dispatch"), entry(43, "second dispatch")));
  }

  /// A batch of two.
  public static Batch batch() {
    return new Batch(CO, VE, 7, 12, extract());
  }

  /// A receipt for the first dispatch of {@link #batch}.
  public static Receipt receipt(Receipt.Outcome outcome) {
    return new Receipt(CO, 41, hash(41), VE, Instant.parse("2026-11-21T09:30:00.125Z"), outcome);
  }

  /// A refusal of the batch.
  public static Ack.Refused refused() {
    return new Ack.Refused(hash(9), VE, CO, new ErrorCode("CHECKPOINT_INCONSISTENT"), 40);
  }

  /// An ack with one receipt.
  public static Ack.Accepted accepted() throws Exception {
    Bytes receipt = receipt(new Receipt.Outcome.Accepted()).toBytes();
    ProvenEntry entry = new ProvenEntry(99, hash(99).value(), List.of(hash(3)), receipt);
    return new Ack.Accepted(
        hash(9),
        VE,
        CO,
        new LogExtract(2, Bytes.utf8("checkpoint"), ConsistencyPath.NONE_SEEN, List.of(entry)));
  }

  /// A batch of random shape.
  public static Batch random(Random random) {
    List<ProvenEntry> entries = new ArrayList<>();
    long leaf = 0;
    for (int left = random.nextInt(20); left > 0; left--) {
      leaf += 1 + random.nextInt(5);
      List<Hash> path = new ArrayList<>();
      for (int steps = random.nextInt(Bounds.MAX_PATH_HASHES + 1); steps > 0; steps--) {
        path.add(hash(random.nextInt(100)));
      }
      byte[] content = new byte[random.nextInt(3000)];
      random.nextBytes(content);
      entries.add(
          new ProvenEntry(leaf, hash(random.nextInt()).value(), path, Bytes.copyOf(content)));
    }
    LogExtract extract =
        new LogExtract(
            random.nextInt(9),
            Bytes.copyOf(new byte[random.nextInt(5000)]),
            ConsistencyPath.NONE_SEEN,
            entries);
    return new Batch(CO, VE, random.nextInt(9), random.nextInt(9), extract);
  }
}
