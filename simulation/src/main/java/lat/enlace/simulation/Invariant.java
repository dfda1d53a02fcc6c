// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

/// What must hold after every step: I1 to I13 of docs/architecture.md, and three rules of the
/// simulation itself.
public enum Invariant {
  /// Nothing leaves before it is recorded and permitted.
  I1,
  /// Nothing is parsed without its sender's proof.
  I2,
  /// No personal data in ledgers, keys and errors.
  I3,
  /// Default deny.
  I4,
  /// Every reading is an entry.
  I5,
  /// Acknowledged is on disk, and takes effect once.
  I6,
  /// A suspension holds at once; the floor stays open.
  I7,
  /// Restrictions add up.
  I8,
  /// A person confirms on each side.
  I9,
  /// Only suspects and convicts are indexed.
  I10,
  /// What is not known is refused with a code.
  I11,
  /// Same seed, same run.
  I12,
  /// What may not be known looks like nothing.
  I13,
  /// A state machine moves only as docs/spec/kinds.md tells.
  MOVES,
  /// Once the faults stop, what was begun comes to an end.
  ENDS,
  /// No use case fails in a way that its interface does not tell.
  SOUND
}
