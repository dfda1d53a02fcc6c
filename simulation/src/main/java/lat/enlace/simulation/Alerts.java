// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lat.enlace.exchange.Alerting.Alert;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Heeding.HeldAlert;
import lat.enlace.exchange.port.Store;
import lat.enlace.model.DispatchKind;
import lat.enlace.testkit.exchange.TestNode;

/// Alerts: drafted, issued, accepted, flagged or refused, searched, met, changed and ended.
final class Alerts implements Family {
  @Override
  public Set<DispatchKind> kinds() {
    return EnumSet.of(
        DispatchKind.ALERT,
        DispatchKind.ALERT_STANCE,
        DispatchKind.ALERT_HIT,
        DispatchKind.ALERT_CHANGE,
        DispatchKind.ALERT_STATEMENT);
  }

  @Override
  public List<Machine> machines() {
    return List.of(
        new Machine.OfView("Alerting.Alert.State", Store.Space.ALERT, Alerts::alerts),
        new Machine.OfView("Alerting.Delivery.State", Store.Space.ALERT, Alerts::deliveries),
        new Machine.OfRows("Heeding.HeldAlert.State", Store.Space.ALERT, "held "),
        new Machine.OfView("Heeding.Found.State", Store.Space.ALERT, Alerts::found));
  }

  @Override
  public Worker at(Desk desk) {
    return new Officers(new Issuers(desk), new Heeders(desk));
  }

  private static Map<String, String> alerts(TestNode node) {
    Map<String, String> all = new HashMap<>();
    for (Alert one : node.core().alerting().alerts(node.analyst())) {
      all.put(one.id().toString(), one.state().code());
    }
    return all;
  }

  private static Map<String, String> deliveries(TestNode node) {
    Map<String, String> all = new HashMap<>();
    for (Alert one : node.core().alerting().alerts(node.analyst())) {
      one.deliveries().forEach(each -> all.put(each.id().toString(), each.state().code()));
    }
    return all;
  }

  private static Map<String, String> found(TestNode node) {
    Map<String, String> all = new HashMap<>();
    for (HeldAlert one : node.core().heeding().held(node.rights())) {
      one.hits().forEach(each -> all.put(each.id().toString(), each.state().code()));
    }
    return all;
  }

  /// Those who issue and those who heed.
  private record Officers(Issuers issuers, Heeders heeders) implements Worker {
    @Override
    public List<Deed> deeds() {
      return List.of(
          new Deed("draft an alert", 6, issuers::draft),
          new Deed("search the alerts", 2, heeders::search));
    }

    @Override
    public List<Deed> waiting() {
      List<Deed> all = new ArrayList<>(issuers.waiting());
      all.addAll(heeders.waiting());
      return all;
    }

    @Override
    public boolean finish() throws ExchangeException {
      return issuers.finish();
    }
  }
}
