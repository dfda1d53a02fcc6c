// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.record;

import java.util.List;
import java.util.Map;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.port.Ports;
import lat.enlace.exchange.port.Store;
import lat.enlace.ledger.ErasureMarks;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.Log;
import lat.enlace.ledger.LogPorts;
import lat.enlace.ledger.LogSettings;
import lat.enlace.ledger.LogStorage;
import lat.enlace.ledger.LogStorageException;

/// Opens the ledger, or creates it for a node that has recorded nothing yet.
final class LedgerFiles {
  private LedgerFiles() {}

  /// @throws LedgerException with code NO_LOG or CORRUPT if the database knows of entries that the
  ///   ledger has not: to go on would fork it
  static Log open(Ports ports) throws LedgerException, LogStorageException {
    LogPorts log = new LogPorts(ports.log(), ports.keys().logSigner(), () -> ports.clock().now());
    boolean begun = ports.store().read(view -> begun(view));
    try {
      Log opened = Log.open(log, LogSettings.STANDARD).log();
      boolean whole = false;
      try {
        whole = !missesEntries(ports, opened.size());
      } finally {
        if (!whole) {
          opened.close();
        }
      }
      if (!whole) {
        throw new LedgerException(LedgerException.Code.CORRUPT);
      }
      return opened;
    } catch (LedgerException e) {
      if (e.code() != LedgerException.Code.NO_LOG || begun) {
        throw e;
      }
      return Log.create(log, LogSettings.STANDARD);
    }
  }

  /// Opens the ledger of a successor log, or creates it.
  static Log openOrCreate(Ports ports) throws LedgerException, LogStorageException {
    LogPorts log = new LogPorts(ports.log(), ports.keys().logSigner(), () -> ports.clock().now());
    try {
      return Log.open(log, LogSettings.STANDARD).log();
    } catch (LedgerException e) {
      if (e.code() != LedgerException.Code.NO_LOG) {
        throw e;
      }
      return Log.create(log, LogSettings.STANDARD);
    }
  }

  /// Makes {@code leaves} durable, however many, in as many batches as the log asks for. After a
  /// crash between two of them the ledger holds the first of the leaves.
  ///
  /// @return how many the ledger holds then
  static long append(Log log, List<Bytes> leaves) throws LedgerException, LogStorageException {
    for (int from = 0; from < leaves.size(); from += Log.MAX_BATCH_ENTRIES) {
      int to = Math.min(leaves.size(), from + Log.MAX_BATCH_ENTRIES);
      log.append(leaves.subList(from, to));
    }
    return log.size();
  }

  /// Keeps erasure marks.
  ///
  /// @return how many
  static int mark(LogStorage storage, Map<Hash, String> marks) throws LogStorageException {
    ErasureMarks.keep(storage, marks);
    return marks.size();
  }

  private static boolean begun(Store.View view) {
    return !view.scan(Store.Space.OPENING, "", "", 1).isEmpty();
  }

  /// True if the database knows an entry at or beyond {@code size}.
  private static boolean missesEntries(Ports ports, long size) {
    String last = Keys.of("at", Math.max(0, size - 1));
    return ports
        .store()
        .read(view -> !view.scan(Store.Space.INDEX, "at ", size == 0 ? "at" : last, 1).isEmpty());
  }
}
