// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.decide;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Overdue;
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
  private static final String LATE = "overdue";

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
    /// The reply to a request of this node.
    REPLY,
    /// A reply of this node to a partner's request.
    REQUEST,
    /// The reply to a whereabouts inquiry, sent or received.
    WHEREABOUTS,
    /// Somebody who has a warning in hand, sent or received.
    WARNING,
    /// The review of a warning by the rights officer here.
    WARNING_REVIEW
  }

  /// Who knows.
  @FunctionalInterface
  public interface Debtor {
    /// The partner concerned, if what was due then is still owed.
    Optional<NodeId> owed(Work work, DispatchId id, Instant due);
  }

  /// Starts a clock; the same clock may be started again, and runs out once.
  public static void start(Work work, What what, DispatchId id, Instant due) {
    Running clock = new Running(due, what, id);
    if (work.get(Store.Space.META, clock.key(LATE)).isEmpty()) {
      work.put(Store.Space.META, clock.key(PREFIX), Bytes.EMPTY);
    }
  }

  /// Enters each clock that ran out while its thing is still owed.
  public void tick(Work work) {
    for (Store.Row row : work.scan(Store.Space.META, PREFIX + " ", "", MOST)) {
      Running clock = Running.read(row.key());
      if (clock.due().isAfter(work.now())) {
        return;
      }
      partner(work, clock)
          .ifPresent(partner -> {
            work.enter(
                Draft.kept(
                    EntryType.OVERDUE,
                    Stored.of(new RanOut(clock.what().name(), clock.due())),
                    List.of(clock.id()),
                    List.of(partner)));
            work.put(Store.Space.META, clock.key(LATE), Bytes.EMPTY);
          });
      work.delete(Store.Space.META, row.key());
    }
  }

  /// What ran out and is owed still.
  public Overdue overdue(Work work) {
    Map<What, Integer> counts = new EnumMap<>(What.class);
    for (Running clock : late(work)) {
      if (partner(work, clock).isPresent()) {
        counts.merge(clock.what(), 1, Integer::sum);
      }
    }
    return new Overdue(
        counts.getOrDefault(What.ANSWER, 0) + counts.getOrDefault(What.REPLY, 0),
        counts.getOrDefault(What.ADMISSION, 0),
        counts.getOrDefault(What.RELEASE, 0) + counts.getOrDefault(What.REQUEST, 0),
        counts.getOrDefault(What.WHEREABOUTS, 0),
        counts.getOrDefault(What.WARNING, 0),
        counts.getOrDefault(What.WARNING_REVIEW, 0));
  }

  /// Forgets what was done late after all.
  public void settle(Work work) {
    for (Running clock : late(work)) {
      if (partner(work, clock).isEmpty()) {
        work.delete(Store.Space.META, clock.key(LATE));
      }
    }
  }

  private static List<Running> late(Work work) {
    return work.scan(Store.Space.META, LATE + " ", "", Integer.MAX_VALUE).stream()
        .map(row -> Running.read(row.key()))
        .toList();
  }

  private Optional<NodeId> partner(Work work, Running clock) {
    return Optional.ofNullable(debtors.get(clock.what()))
        .flatMap(debtor -> debtor.owed(work, clock.id(), clock.due()));
  }

  /// A clock, as the key of its row says it.
  private record Running(Instant due, What what, DispatchId id) {
    static Running read(String key) {
      return new Running(
          Instant.ofEpochMilli(Keys.number(Keys.part(key, 1))),
          What.valueOf(Keys.part(key, 2)),
          DispatchId.parse(Keys.last(key)));
    }

    String key(String prefix) {
      return Keys.of(prefix, due.toEpochMilli(), what.name(), id);
    }
  }

  private record RanOut(String what, Instant due) {}
}
