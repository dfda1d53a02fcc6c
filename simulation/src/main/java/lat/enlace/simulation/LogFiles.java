// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import lat.enlace.bytes.Bytes;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.LogReader;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.testkit.exchange.TestNode;

/// Reads a log as an outsider does.
final class LogFiles {
  private LogFiles() {}

  /// The entry at {@code index} under the head last published.
  static Bytes entry(TestNode node, long index) {
    try {
      return new LogReader(node.log()).at(node.core().records().head().size()).entry(index);
    } catch (LedgerException | LogStorageException e) {
      throw new Violation(Invariant.I6, "a published entry cannot be read", e);
    }
  }
}
