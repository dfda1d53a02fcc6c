// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

/// What goes wrong around honest nodes.
public enum Fault {
  /// A message that never arrives.
  LOST,
  /// A message that arrives again.
  DOUBLED,
  /// A message that overtakes an earlier one on the same link.
  REORDERED,
  /// A message that arrives minutes late.
  DELAYED,
  /// A message with one bit changed on the way.
  DAMAGED,
  /// Two nodes that hear nothing of each other for a while.
  PARTITIONED,
  /// A process that ends between two calls to its ports; what it had not synced is lost or torn.
  CRASHED,
  /// A process that ends while it finishes what the last crash left.
  CRASHED_WHILE_OPENING,
  /// A ledger's disk that takes no more.
  DISK_FULL,
  /// A database that refuses.
  STORE_FAILED,
  /// A clock that is off within what is tolerated.
  CLOCK_OFF,
  /// A clock that is off beyond what is tolerated.
  CLOCK_FAR_OFF,
  /// A partner that asks far more than was agreed.
  FLOODED
}
