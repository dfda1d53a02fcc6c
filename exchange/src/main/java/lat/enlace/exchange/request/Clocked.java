// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.request;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.exchange.Replying.HeldRequest;
import lat.enlace.exchange.RequestClock;
import lat.enlace.exchange.Requesting;
import lat.enlace.exchange.link.Rows;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;
import lat.enlace.model.PartnerDuty;

/// Something owed between this node and a partner, on a clock that both reckon alike.
///
/// @param owed true if the partner owes it
/// @param proofs the dispatches that answered it
public record Clocked(
    DispatchId id,
    PartnerDuty duty,
    boolean owed,
    RequestClock clock,
    End end,
    List<DispatchId> proofs) {
  /// Copies the list.
  public Clocked {
    proofs = List.copyOf(proofs);
  }

  /// How it ended otherwise than by being given.
  public enum End {
    /// It did not.
    NONE,
    /// It is not owed any more.
    ENDED,
    /// The one who owes contests it.
    CONTESTED
  }

  /// The requests of both to each other.
  public static List<Clocked> requests(Work work, Journal journal, NodeId partner) {
    List<Clocked> all = new ArrayList<>();
    for (SentRow row : RequestRows.allSent(work)) {
      if (row.sent().partner().equals(partner)) {
        all.add(of(row));
      }
    }
    for (ReceivedRow row : RequestRows.allHeld(work)) {
      if (row.held().from().equals(partner)) {
        all.add(of(work, journal, row));
      }
    }
    return all;
  }

  private static Clocked of(SentRow row) {
    End end = row.state().owed() ? End.NONE : End.ENDED;
    List<DispatchId> replies =
        row.sent().said().stream()
            .filter(said -> said.step().isEmpty())
            .map(Requesting.Said::id)
            .toList();
    return new Clocked(row.id(), PartnerDuty.REPLY, true, row.sent().clock(), end, replies);
  }

  /// A reply that the asker did not take in was none; of one on its way nobody knows yet.
  private static Clocked of(Work work, Journal journal, ReceivedRow row) {
    HeldRequest held = row.held();
    boolean turnedAway =
        !held.state().owed()
            && !held.replies().isEmpty()
            && Rows.receipted(work, journal, held.from(), held.replies().getLast());
    End end = held.state() == HeldRequest.State.WITHDRAWN || turnedAway ? End.ENDED : End.NONE;
    return new Clocked(row.id(), PartnerDuty.REPLY, false, held.clock(), end, held.replies());
  }
}
