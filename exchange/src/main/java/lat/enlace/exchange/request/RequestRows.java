// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.request;

import java.util.List;
import java.util.Optional;
import lat.enlace.exchange.decide.Owed;
import lat.enlace.exchange.decide.Owed.What;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.DispatchId;

/// The rows of requests.
final class RequestRows {
  private static final String SENT = "sent";
  private static final String HELD = "held";
  private static final String CLARIFICATION = "clarification";

  private RequestRows() {}

  static Optional<SentRow> sent(Work work, DispatchId id) {
    return work.get(Store.Space.REQUEST, Keys.of(SENT, id), SentRow.class);
  }

  static List<SentRow> allSent(Work work) {
    return work.all(Store.Space.REQUEST, SENT + " ", SentRow.class);
  }

  static void put(Work work, SentRow row) {
    work.put(Store.Space.REQUEST, Keys.of(SENT, row.id()), row);
    if (row.state().owed()) {
      row.sent().clock().due().ifPresent(due -> Owed.start(work, What.REPLY, row.id(), due));
    }
  }

  static Optional<ReceivedRow> held(Work work, DispatchId id) {
    return work.get(Store.Space.REQUEST, Keys.of(HELD, id), ReceivedRow.class);
  }

  static List<ReceivedRow> allHeld(Work work) {
    return work.all(Store.Space.REQUEST, HELD + " ", ReceivedRow.class);
  }

  static void put(Work work, ReceivedRow row) {
    work.put(Store.Space.REQUEST, Keys.of(HELD, row.id()), row);
    if (row.held().state().owed()) {
      row.held().clock().due().ifPresent(due -> Owed.start(work, What.REQUEST, row.id(), due));
    }
  }

  /// Keeps which request a clarification of this node is about.
  static void clarifies(Work work, DispatchId clarification, DispatchId request) {
    work.put(
        Store.Space.REQUEST, Keys.of(CLARIFICATION, clarification), Stored.of(request.toString()));
  }

  static Optional<SentRow> byClarification(Work work, DispatchId clarification) {
    return request(work, Keys.of(CLARIFICATION, clarification)).flatMap(id -> sent(work, id));
  }

  private static Optional<DispatchId> request(Work work, String key) {
    return work.get(Store.Space.REQUEST, key, String.class).map(DispatchId::parse);
  }
}
