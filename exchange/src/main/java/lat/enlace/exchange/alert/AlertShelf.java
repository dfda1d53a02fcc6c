// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.alert;

import java.util.List;
import java.util.Set;
import lat.enlace.exchange.Heeding.HeldAlert;
import lat.enlace.exchange.ask.AskParts;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Journal;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.matching.Candidate;
import lat.enlace.matching.HoldingsIndex;
import lat.enlace.matching.Matcher;
import lat.enlace.matching.Probe;
import lat.enlace.model.EntityId;
import lat.enlace.model.entity.Entity;

/// The alerts of partners on which a stance was taken, to be searched by this state's own officers
/// alone: no partner's question meets them (invariant I10).
public final class AlertShelf {
  private final Matcher matcher;
  private final HoldingsIndex index;

  private AlertShelf(Matcher matcher) {
    this.matcher = matcher;
    this.index = matcher.newIndex();
  }

  /// Filled from the store.
  public static AlertShelf open(Matcher matcher, Journal journal) {
    AlertShelf shelf = new AlertShelf(matcher);
    List<Store.Row> rows =
        journal.read(view -> view.scan(Store.Space.ALERT, "held ", "", Integer.MAX_VALUE));
    for (Store.Row row : rows) {
      shelf.show(Stored.read(row.value(), HeldAlertRow.class));
    }
    return shelf;
  }

  private void show(HeldAlertRow row) {
    HeldAlert held = row.held();
    boolean shown = held.state().lasts() && held.state() != HeldAlert.State.RECEIVED;
    if (shown && !held.withheld()) {
      row.subject().forEach(one -> index.put(named(row, one)));
    } else {
      index.withdraw(new EntityId(row.id().toString()));
    }
  }

  /// Two issuers may give two subjects one id.
  private static Entity named(HeldAlertRow row, Entity subject) {
    return new Entity(new EntityId(row.id().toString()), subject.schema(), subject.statements());
  }

  /// Keeps a row, and shows it or takes it away once that is durable.
  void put(Work work, HeldAlertRow row) {
    AlertRows.put(work, row);
    work.afterwards(() -> show(row));
  }

  /// What may be {@code probe}, best first.
  List<Candidate> search(Entity probe) {
    return index.search(Probe.of(probe), matcher.screening());
  }

  /// True if nothing on the sealed list is, or may be, the subject: sealed now, whenever it was
  /// that the alert came.
  static boolean tellable(AskParts parts, Work work, HeldAlertRow row) {
    return !row.held().withheld()
        && parts.shelves().facts(work, row.subject()).concealed().equals(Set.of());
  }
}
