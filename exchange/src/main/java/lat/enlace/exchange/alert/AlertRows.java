// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.alert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;

/// The rows of alerts.
final class AlertRows {
  private static final String ISSUED = "issued";
  private static final String DELIVERY = "delivery";
  private static final String HELD = "held";
  private static final String HEARD = "heard";
  private static final String ENDS = "ends";

  private AlertRows() {}

  static Instant now(Work work) {
    return work.now().truncatedTo(ChronoUnit.MILLIS);
  }

  static Optional<IssuedAlertRow> issued(Work work, DispatchId id) {
    return work.get(Store.Space.ALERT, Keys.of(ISSUED, id), IssuedAlertRow.class);
  }

  static List<IssuedAlertRow> allIssued(Work work) {
    return work.all(Store.Space.ALERT, ISSUED + " ", IssuedAlertRow.class);
  }

  /// The alert of which {@code delivery} is the dispatch to one partner.
  static Optional<IssuedAlertRow> ofDelivery(Work work, DispatchId delivery) {
    return work.get(Store.Space.ALERT, Keys.of(DELIVERY, delivery), String.class)
        .flatMap(id -> issued(work, DispatchId.parse(id)));
  }

  static void put(Work work, IssuedAlertRow row) {
    work.put(Store.Space.ALERT, Keys.of(ISSUED, row.alert().id()), row);
    row.alert()
        .deliveries()
        .forEach(one ->
            work.put(
                Store.Space.ALERT,
                Keys.of(DELIVERY, one.id()),
                Stored.of(row.alert().id().toString())));
    row.ends().ifPresent(at -> ends(work, at, ISSUED, row.alert().id()));
  }

  static Optional<HeldAlertRow> held(Work work, DispatchId id) {
    return work.get(Store.Space.ALERT, Keys.of(HELD, id), HeldAlertRow.class);
  }

  static List<HeldAlertRow> allHeld(Work work) {
    return work.all(Store.Space.ALERT, HELD + " ", HeldAlertRow.class);
  }

  static void put(Work work, HeldAlertRow row) {
    work.put(Store.Space.ALERT, Keys.of(HELD, row.id()), row);
    if (row.held().state().lasts()) {
      ends(work, row.held().until(), HELD, row.id());
    }
  }

  static void heard(Work work, NodeId from) {
    work.put(Store.Space.ALERT, Keys.of(HEARD, from), Stored.of(now(work).toString()));
  }

  static Instant asOf(Work work, NodeId from) {
    return work.get(Store.Space.ALERT, Keys.of(HEARD, from), String.class)
        .map(Instant::parse)
        .orElse(Instant.EPOCH);
  }

  private static void ends(Work work, Instant at, String sort, DispatchId id) {
    work.put(
        Store.Space.ALERT, Keys.of(ENDS, at.toEpochMilli(), sort, id), Stored.of(id.toString()));
  }

  /// What is to be looked at because its time has come, at most {@code most}; each is named once.
  static List<Due> due(Work work, int most) {
    return work.scan(Store.Space.ALERT, ENDS + " ", "", most).stream()
        .map(Store.Row::key)
        .filter(key -> Keys.number(Keys.part(key, 1)) <= work.now().toEpochMilli())
        .map(key -> {
          work.delete(Store.Space.ALERT, key);
          return new Due(Keys.part(key, 2).equals(HELD), DispatchId.parse(Keys.last(key)));
        })
        .toList();
  }

  /// @param held whether a partner issued it
  record Due(boolean held, DispatchId id) {}
}
