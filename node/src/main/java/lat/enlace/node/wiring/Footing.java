// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import java.nio.file.Path;
import java.util.function.Function;
import lat.enlace.exchange.port.Clock;
import lat.enlace.exchange.port.Store;
import lat.enlace.ledger.LogStorage;
import lat.enlace.node.ledgerfiles.FileLogStorage;
import lat.enlace.node.store.SqlDatabase;
import lat.enlace.node.store.SqlStore;

/// What an open data folder stands on: the time, and the way of its own bytes to the disk. A node
/// has the usual one; whoever tests what a node endures wraps it.
///
/// @param files the files of a log below a folder
/// @param rows the core's rows in its database
public record Footing(
    Clock clock, Function<Path, LogStorage> files, Function<SqlDatabase, Store> rows) {
  /// The clock, files and database of this machine.
  public static Footing usual() {
    return by(OpenNode.systemClock());
  }

  static Footing by(Clock clock) {
    return new Footing(clock, FileLogStorage::new, SqlStore::new);
  }
}
