// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

/// Entries that are durable: `count` of them from `firstIndex` on, in the order given.
public record Appended(long firstIndex, int count) {
  /// The index of the entry given `offset`-th, from 0.
  public long index(int offset) {
    if (offset < 0 || offset >= count) {
      throw new IndexOutOfBoundsException("no such entry in the batch");
    }
    return firstIndex + offset;
  }
}
