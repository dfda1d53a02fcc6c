// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.pair;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import lat.enlace.exchange.link.Received;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;
import lat.enlace.model.PartnerDuty;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.ItemBody;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.wire.batch.Receipt;

/// Notes, of recalls and inquiries, when each end received what it did. The times are those of the
/// receipts alone: this node's where it received, the partner's where it sent.
public final class Duties {
  private static final String PREFIX = "duty";

  private Duties() {}

  /// Something of the partner's was taken in at the time of this work.
  public static void taken(Work work, Received received) {
    DispatchId id = received.dispatch().header().id();
    Moment moment =
        new Moment(received.from(), id, false, work.now().truncatedTo(ChronoUnit.MILLIS));
    note(work, received.dispatch(), moment);
  }

  /// The partner receipted something of this node's.
  public static void delivered(Work work, Dispatch dispatch, Receipt receipt) {
    if (receipt.outcome() instanceof Receipt.Outcome.Accepted) {
      var header = dispatch.header();
      note(work, dispatch, new Moment(header.to(), header.id(), true, receipt.receivedAt()));
    }
  }

  private static void note(Work work, Dispatch dispatch, Moment moment) {
    switch (dispatch.body()) {
      case ItemBody.Recall _ -> begin(work, PartnerDuty.RECALL, moment);
      case ItemBody.RecallOutcome outcome ->
          meet(
              work,
              outcome.recall(),
              moment,
              outcome.act() == ItemBody.RecallOutcome.Act.CONTESTED);
      case WhereaboutsBody.Inquiry _ -> begin(work, PartnerDuty.WHEREABOUTS, moment);
      case WhereaboutsBody.Reply reply -> meet(work, reply.inquiry(), moment, false);
      default -> {
        // Nothing else is owed on a clock of its own: requests carry theirs.
      }
    }
  }

  /// @param sent true of a dispatch of this node: then the partner owes
  private record Moment(NodeId partner, DispatchId id, boolean sent, Instant at) {}

  private static void begin(Work work, PartnerDuty duty, Moment moment) {
    put(
        work,
        moment.partner(),
        new DutyRow(moment.id(), duty, moment.sent(), moment.at(), List.of(), List.of(), false));
  }

  private static void meet(Work work, DispatchId of, Moment moment, boolean contests) {
    work.get(Store.Space.INBOX, Keys.of(PREFIX, moment.partner(), of), DutyRow.class)
        .filter(row -> row.met().isEmpty() && row.owed() != moment.sent())
        .ifPresent(row -> put(work, moment.partner(), row.met(moment.at(), moment.id(), contests)));
  }

  private static void put(Work work, NodeId partner, DutyRow row) {
    work.put(Store.Space.INBOX, Keys.of(PREFIX, partner, row.id()), row);
  }

  static List<DutyRow> all(Work work, NodeId partner) {
    return work.all(Store.Space.INBOX, Keys.of(PREFIX, partner, ""), DutyRow.class);
  }
}
