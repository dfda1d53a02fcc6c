// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

/// One node's protocol core, by what people and partners do with it.
///
/// Not thread-safe: the node calls it from one thread at a time. Every use case that changes
/// something throws {@link ExchangeException} with code UNAVAILABLE once store or ledger failed;
/// the core then only reads until it is opened again.
public interface Exchange extends AutoCloseable {
  /// Gives the ledger's lease back.
  @Override
  void close();

  /// Questions this node asks.
  Asking asking();

  /// Follow-ups this node decides.
  Holding holding();

  /// Recalls.
  Recalling recalling();

  /// Whereabouts inquiries.
  Whereabouts whereabouts();

  /// Instruments and their standing.
  Standings standings();

  /// What this state holds.
  Holdings holdings();

  /// The ledger.
  Records records();

  /// Links to partners.
  Links links();
}
