// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.util.List;

/// One node's protocol core, by what people and partners do with it.
///
/// Not thread-safe: the node calls it from one thread at a time. Every use case that changes
/// something throws {@link ExchangeException} with code UNAVAILABLE once store or ledger failed;
/// the core then only reads until it is opened again. A failure of the store while something is
/// read comes as an unchecked {@link lat.enlace.exchange.port.StoreException}; whoever runs the
/// core types it, for all use cases in one place.
public interface Exchange extends AutoCloseable {
  /// Runs the works of many callers, one after the other, and makes what they commit durable
  /// together: one append to the ledger for all of them. Each sees what those before it did.
  ///
  /// Nothing that a piece found or did may reach anybody before its {@link Piece#durable}. Where
  /// one needs the ledger before it ends, or changes what is kept in memory, what was committed
  /// until then becomes durable there and then.
  void together(List<? extends Piece> pieces);

  /// One caller's work.
  interface Piece {
    /// Does it. Must not throw.
    void run();

    /// What it did, and all that it can have seen, is on disk.
    void durable();

    /// Nothing that it committed last is on disk, or nobody knows.
    void lost(ExchangeException why);
  }

  /// Gives the ledger's lease back.
  @Override
  void close();

  /// Whether it takes work.
  Condition condition();

  /// Whether a core takes work.
  enum Condition {
    /// It does.
    WORKING,
    /// Store or ledger failed: what they hold is known only by opening the core again, which
    /// finishes what was begun.
    FAILED,
    /// A partner verified entries that this ledger does not hold. Opening it again would fork it.
    ROLLED_BACK
  }

  /// What is owed beyond its clock, to this node or by it.
  Overdue overdue();

  /// Questions this node asks.
  Asking asking();

  /// Follow-ups this node decides.
  Holding holding();

  /// Recalls.
  Recalling recalling();

  /// Whether what was given may be handed on or used in a court.
  Consenting consenting();

  /// Whereabouts inquiries.
  Whereabouts whereabouts();

  /// Instruments and their standing.
  Standings standings();

  /// What this state holds.
  Holdings holdings();

  /// The ledger.
  Records records();

  /// Heads of the ledger that witnesses cosigned.
  Witnessing witnessing();

  /// Threats to a life.
  Warnings warnings();

  /// Files that items name.
  Attaching attaching();

  /// Requests of this node.
  Requesting requesting();

  /// Requests to this node.
  Replying replying();

  /// Information that nobody asked for.
  Informing informing();

  /// What this node and a partner owed each other, and what came of it.
  PairRecords pairs();

  /// Alerts of this state.
  Alerting alerting();

  /// Alerts of partners.
  Heeding heeding();

  /// Links to partners.
  Links links();
}
