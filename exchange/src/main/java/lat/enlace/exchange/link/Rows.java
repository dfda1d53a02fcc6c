// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.link;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;

/// Rows of what was received and what was receipted.
public final class Rows {
  private Rows() {}

  /// That a leaf was received, kept for ever (invariant I6).
  ///
  /// @param receipt id of the opening of the receipt
  record Inbox(String receipt, Hash leaf) {}

  /// What proves that the sender committed to a dispatch.
  ///
  /// @param log origin of the sender's log
  /// @param head size of the sender's head under which the path stands
  public record Proof(
      NodeId from,
      String log,
      long index,
      Bytes salt,
      Bytes content,
      List<Hash> path,
      long head,
      Instant at) {
    /// Copies the path.
    public Proof {
      path = List.copyOf(path);
    }

    /// The same without salt and content.
    public Proof erase() {
      return new Proof(from, log, index, Bytes.EMPTY, Bytes.EMPTY, path, head, at);
    }
  }

  static String inbox(String log, long index) {
    return Keys.of("leaf", log, index);
  }

  /// Key, in the openings, of the proof of a received leaf.
  public static String proof(String log, long index) {
    return Keys.of("received", log, index);
  }

  /// Key, in the inbox, from a dispatch to the key of its proof.
  public static String byDispatch(NodeId from, DispatchId id) {
    return Keys.of("dispatch", id, from);
  }

  /// Prefix of {@link #byDispatch} for any sender.
  private static String byDispatch(DispatchId id) {
    return Keys.of("dispatch", id, "");
  }

  /// What proves a dispatch received, erased or not.
  public static Optional<Proof> received(Work work, DispatchId dispatch) {
    return work.scan(Store.Space.INBOX, byDispatch(dispatch), "", Integer.MAX_VALUE).stream()
        .flatMap(row ->
            work
                .get(Store.Space.OPENING, Stored.read(row.value(), String.class), Proof.class)
                .stream())
        .findFirst();
  }

  /// True if {@code partner} receipted a dispatch that stands in this log.
  public static boolean receipted(Work work, Journal journal, NodeId partner, DispatchId sent) {
    return journal.touching(sent).stream()
        .anyMatch(index -> work.get(Store.Space.INBOX, receipt(partner, index)).isPresent());
  }

  /// Key, in the inbox, of the partner's receipt for this node's entry at {@code index}.
  static String receipt(NodeId partner, long index) {
    return Keys.of("receipt", partner, index);
  }
}
