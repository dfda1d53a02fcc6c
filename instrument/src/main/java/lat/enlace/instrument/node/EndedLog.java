// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.node;

import lat.enlace.bytes.Hash;

/// The log that a successor log continues: where it ended, as far as anybody has seen
/// (docs/spec/ledger.md, "Successor logs").
///
/// @param origin its name
/// @param size of the highest head that was seen of it
/// @param root of that head
public record EndedLog(String origin, long size, Hash root) {
  /// Checks the size.
  public EndedLog {
    if (size < 0 || origin.isEmpty()) {
      throw new IllegalArgumentException("a log has a name and a size");
    }
  }
}
