// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.record;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Store;

/// A group of entries that may or may not have reached the ledger, and the rows that change with
/// them. At most one exists, and only between the two transactions of {@link Journal#commit}.
///
/// @param sizeBefore how many entries the ledger had before
/// @param openings ids of the group's openings, in order
/// @param leaves the exact entries, padding included
record Pending(long sizeBefore, List<String> openings, List<Bytes> leaves, List<Row> rows) {
  static final String KEY = "group";

  /// A row to set, or, without value, to remove.
  record Row(Store.Space space, String key, List<Bytes> value) {
    Row {
      value = List.copyOf(value);
    }
  }

  Pending {
    openings = List.copyOf(openings);
    leaves = List.copyOf(leaves);
    rows = List.copyOf(rows);
  }

  static List<Row> rowsOf(List<Change> changes) {
    List<Row> rows = new ArrayList<>();
    for (Change change : changes) {
      rows.add(
          switch (change) {
            case Change.Put put -> new Row(put.space(), put.key(), List.of(put.value()));
            case Change.Delete delete -> new Row(delete.space(), delete.key(), List.of());
          });
    }
    return rows;
  }

  void apply(Store.Transaction tx) {
    for (Row row : rows) {
      if (row.value().isEmpty()) {
        tx.delete(row.space(), row.key());
      } else {
        tx.put(row.space(), row.key(), row.value().getFirst());
      }
    }
  }
}
