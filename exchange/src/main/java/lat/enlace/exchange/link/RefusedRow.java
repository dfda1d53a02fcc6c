// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.link;

import java.time.Instant;
import java.util.List;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.NodeId;
import lat.enlace.wire.batch.Receipt;

/// A dispatch that came and was not taken in, as its receipt says at both ends.
///
/// @param sent true of a dispatch of this node
/// @param index of its leaf in its sender's log
/// @param code why
/// @param at when it was received
public record RefusedRow(boolean sent, long index, String code, Instant at) {
  private static final String PREFIX = "not-taken";

  /// Keeps that a receipt refuses; of any other it keeps nothing.
  static void keep(Work work, NodeId partner, boolean sent, Receipt receipt) {
    if (receipt.outcome() instanceof Receipt.Outcome.Refused refused) {
      RefusedRow row =
          new RefusedRow(sent, receipt.senderIndex(), refused.code().value(), receipt.receivedAt());
      work.put(
          Store.Space.INBOX,
          Keys.of(PREFIX, partner, row.at().toEpochMilli(), sent, row.index()),
          row);
    }
  }

  /// All of both, by time.
  public static List<RefusedRow> all(Work work, NodeId partner) {
    return work.all(Store.Space.INBOX, Keys.of(PREFIX, partner, ""), RefusedRow.class);
  }
}
