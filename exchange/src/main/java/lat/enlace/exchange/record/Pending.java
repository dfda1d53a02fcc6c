// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.record;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;

/// A group of entries that may or may not have reached the ledger, and the rows that change with
/// them. At most one exists, and only between the two transactions of {@link Journal#commit}.
///
/// @param sizeBefore how many entries the ledger had before
/// @param openings ids of the group's openings, in order
/// @param leaves the exact entries, padding included
record Pending(long sizeBefore, List<String> openings, List<Bytes> leaves, List<Row> rows) {
  static final String KEY = "group";

  /// Before the id of an opening that is to be sent.
  static final String SEND = "send";

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

  /// The first transaction: the openings, what of them is to be sent, and this group itself.
  void begin(Store.Transaction tx, List<Entry> entries) {
    for (Entry entry : entries) {
      tx.put(Store.Space.OPENING, entry.id(), entry.stored());
      if (entry.draft().send()) {
        tx.put(Store.Space.PENDING, Keys.of(SEND, entry.id()), Bytes.EMPTY);
      }
    }
    tx.put(Store.Space.PENDING, KEY, PendingForm.of(this));
  }

  /// The second transaction, once the ledger holds the group from {@code sizeBefore} on.
  void finish(Store.Transaction tx, List<Entry> entries) {
    // First, because the rows of a log that ended make room for those of its successor.
    apply(tx);
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      index(tx, entry.id(), entry.draft().about(), sizeBefore + i);
      if (entry.draft().send()) {
        send(tx, entry.id(), entry.draft().partner(), sizeBefore + i);
      }
    }
    tx.delete(Store.Space.PENDING, KEY);
  }

  /// The same after a crash, from what the first transaction wrote.
  void finish(Store.Transaction tx) {
    apply(tx);
    for (int i = 0; i < openings.size(); i++) {
      String id = openings.get(i);
      OpeningRow row =
          tx.get(Store.Space.OPENING, id)
              .map(stored -> Stored.read(stored, OpeningRow.class))
              .orElseThrow(() -> new StoreException(StoreException.Code.CORRUPT));
      index(tx, id, row.about(), sizeBefore + i);
      if (tx.get(Store.Space.PENDING, Keys.of(SEND, id)).isPresent()) {
        send(tx, id, row.partner(), sizeBefore + i);
      }
    }
    tx.delete(Store.Space.PENDING, KEY);
  }

  private static void index(Store.Transaction tx, String id, List<DispatchId> about, long index) {
    tx.put(Store.Space.INDEX, Keys.of("at", index), Stored.of(id));
    tx.put(Store.Space.INDEX, Keys.of("id", id), Stored.of(index));
    for (DispatchId dispatch : about) {
      tx.put(Store.Space.INDEX, Keys.of("of", dispatch, index), Bytes.EMPTY);
    }
  }

  private static void send(Store.Transaction tx, String id, List<NodeId> partner, long index) {
    tx.put(Store.Space.OUTBOX, Keys.of(partner.getFirst(), index), Stored.of(id));
    tx.delete(Store.Space.PENDING, Keys.of(SEND, id));
  }

  private void apply(Store.Transaction tx) {
    for (Row row : rows) {
      if (row.value().isEmpty()) {
        tx.delete(row.space(), row.key());
      } else {
        tx.put(row.space(), row.key(), row.value().getFirst());
      }
    }
  }
}
