// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.record;

import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Store;

/// One row to be set or removed. Kept with the pending entries, so that a crash between ledger and
/// database can be made good.
sealed interface Change {
  /// Sets a row.
  record Put(Store.Space space, String key, Bytes value) implements Change {}

  /// Removes a row.
  record Delete(Store.Space space, String key) implements Change {}

  /// The space of the row.
  Store.Space space();

  /// The key of the row.
  String key();

  /// How long the value is.
  default int bytes() {
    return switch (this) {
      case Put put -> put.value().size();
      case Delete _ -> 0;
    };
  }

  /// Makes the change.
  default void apply(Store.Transaction tx) {
    switch (this) {
      case Put put -> tx.put(put.space(), put.key(), put.value());
      case Delete delete -> tx.delete(delete.space(), delete.key());
    }
  }
}
