// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.decide;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.ledger.EntryType;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;

/// Clocks that run: what is owed by when, to this node or by it. A clock that runs out is entered
/// once, so that silence is on the record (docs/spec/exchange.md, "Clocks").
public final class Owed {
  private static final String PREFIX = "owed";

  /// Clocks looked at in one go.
  private static final int MOST = 256;

  private final Map<What, Debtor> debtors;

  /// With who knows what is still owed.
  public Owed(Map<What, Debtor> debtors) {
    this.debtors = Map.copyOf(debtors);
  }

  /// What is owed.
  public enum What {
    /// The answer to a question of this node, or the decision on its follow-up.
    ANSWER,
    /// A person's decision here whether a partner's question goes through.
    ADMISSION,
    /// A person's decision here on a partner's follow-up.
    RELEASE,
    /// The reply to a whereabouts inquiry, sent or received.
    WHEREABOUTS
  }

  /// Who knows.
  @FunctionalInterface
  public interface Debtor {
    /// The partner concerned, if what was due then is still owed.
    Optional<NodeId> owed(Work work, DispatchId id, Instant due);
  }

  /// Starts a clock; the same clock may be started again.
  public static void start(Work work, What what, DispatchId id, Instant due) {
    work.put(
        Store.Space.META,
        Keys.of(PREFIX, due.toEpochMilli(), what.name(), id),
        Stored.of(id.toString()));
  }

  /// Enters each clock that ran out while its thing is still owed.
  public void tick(Work work) {
    for (Store.Row row : work.scan(Store.Space.META, PREFIX + " ", "", MOST)) {
      Instant due = Instant.ofEpochMilli(Keys.number(Keys.part(row.key(), 1)));
      if (due.isAfter(work.now())) {
        return;
      }
      What what = What.valueOf(Keys.part(row.key(), 2));
      DispatchId id = DispatchId.parse(Keys.last(row.key()));
      Optional.ofNullable(debtors.get(what))
          .flatMap(debtor -> debtor.owed(work, id, due))
          .ifPresent(partner ->
              work.enter(
                  Draft.kept(
                      EntryType.EVIDENCE,
                      Stored.of(new RanOut(what.name(), due)),
                      List.of(id),
                      List.of(partner))));
      work.delete(Store.Space.META, row.key());
    }
  }

  private record RanOut(String what, Instant due) {}
}
