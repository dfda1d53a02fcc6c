// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.record;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.exchange.port.Store;
import lat.enlace.ledger.Origin;
import lat.enlace.model.DispatchId;

/// The places of entries in logs that ended, put aside under the name of each. Nothing is proved
/// from them by the successor, but what was written and received there is still this node's.
final class EndedLogs {
  private static final String PLACE = "ended";
  private static final String LOG = "ended-log";
  private static final int ALL = 1 << 20;

  private EndedLogs() {}

  /// Puts a row of the index of a log that ends aside.
  static void putAside(Store.Transaction tx, Origin ended, Store.Row place) {
    tx.delete(Store.Space.INDEX, place.key());
    tx.put(Store.Space.META, Keys.of(PLACE, ended.value(), place.key()), place.value());
    tx.put(Store.Space.META, Keys.of(LOG, ended.value()), Stored.of(ended.value()));
  }

  /// What touches `dispatch`, in this log first.
  static List<OpeningRow> openings(Store.View view, DispatchId dispatch) {
    List<OpeningRow> found = new ArrayList<>(openings(view, Store.Space.INDEX, "", dispatch));
    for (Store.Row log : view.scan(Store.Space.META, Keys.of(LOG, ""), "", ALL)) {
      String within = Keys.of(PLACE, Keys.last(log.key()), "");
      found.addAll(openings(view, Store.Space.META, within, dispatch));
    }
    return found;
  }

  private static List<OpeningRow> openings(
      Store.View view, Store.Space space, String within, DispatchId dispatch) {
    return view.scan(space, within + Keys.of("of", dispatch, ""), "", ALL).stream()
        .map(row -> within + Keys.of("at", Keys.number(Keys.last(row.key()))))
        .flatMap(at -> view.get(space, at).stream())
        .flatMap(id -> view.get(Store.Space.OPENING, Stored.read(id, String.class)).stream())
        .map(row -> Stored.read(row, OpeningRow.class))
        .toList();
  }
}
