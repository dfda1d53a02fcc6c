// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.node;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lat.enlace.instrument.InstrumentException;

/// All records of one node that are known, in rising number, so that what was proved under an old
/// key still verifies.
public final class NodeRecords {
  private final List<VerifiedNodeRecord> records;

  private NodeRecords(List<VerifiedNodeRecord> records) {
    this.records = List.copyOf(records);
  }

  /// A history that begins with {@code first}.
  public static NodeRecords startingWith(VerifiedNodeRecord first) {
    return new NodeRecords(List.of(first));
  }

  /// The history with one record more.
  ///
  /// @throws InstrumentException with code NODE_RECORD if it is of another node, its number does
  ///   not rise, its log keys reach back behind those before, or its log is another than that
  ///   before without succeeding it
  public NodeRecords with(VerifiedNodeRecord next) throws InstrumentException {
    NodeRecord last = latest().nodeRecord();
    NodeRecord added = next.nodeRecord();
    if (!added.node().equals(last.node())
        || added.number() <= last.number()
        || !follows(last, added)) {
      throw new InstrumentException(InstrumentException.Code.NODE_RECORD);
    }
    List<VerifiedNodeRecord> all = new ArrayList<>(records);
    all.add(next);
    return new NodeRecords(all);
  }

  private static boolean follows(NodeRecord last, NodeRecord added) {
    if (added.keys().origin().equals(last.keys().origin())) {
      return added.keys().fromTreeSize() >= last.keys().fromTreeSize()
          && added.succeeds().equals(last.succeeds());
    }
    return added.succeeds().stream().anyMatch(ended -> ended.origin().equals(last.keys().origin()));
  }

  /// The record with the highest number.
  public VerifiedNodeRecord latest() {
    return records.getLast();
  }

  /// All records, in rising number.
  public List<VerifiedNodeRecord> all() {
    return records;
  }

  /// The record in force at {@code time}: the highest number issued by then, if it has not run out.
  /// An older record does not come back to life when a newer one runs out.
  public Optional<VerifiedNodeRecord> at(Instant time) {
    return records.reversed().stream()
        .filter(entry -> !entry.nodeRecord().issued().isAfter(time))
        .findFirst()
        .filter(entry -> entry.nodeRecord().validAt(time));
  }

  /// The record whose log keys sign checkpoints of {@code treeSize} of the log called {@code
  /// origin}; no regard to the time, so that old proofs verify for ever.
  public Optional<VerifiedNodeRecord> forHead(String origin, long treeSize) {
    return records.reversed().stream()
        .filter(entry -> entry.nodeRecord().keys().origin().equals(origin))
        .filter(entry -> entry.nodeRecord().keys().fromTreeSize() <= treeSize)
        .findFirst();
  }

  /// The record with {@code number}.
  public Optional<VerifiedNodeRecord> numbered(long number) {
    return records.stream().filter(entry -> entry.nodeRecord().number() == number).findFirst();
  }
}
