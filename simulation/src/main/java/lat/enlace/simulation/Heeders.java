// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.ArrayList;
import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Heeding;
import lat.enlace.exchange.Heeding.Found;
import lat.enlace.exchange.Heeding.FoundForm;
import lat.enlace.exchange.Heeding.HeldAlert;
import lat.enlace.model.AlertFlag;
import lat.enlace.model.CaseReference;
import lat.enlace.model.LegalReason;
import lat.enlace.model.dispatch.AlertBody.Hit.Hindrance;
import lat.enlace.model.dispatch.AlertBody.Hit.Outcome;
import lat.enlace.model.dispatch.AlertBody.Stance.Stand;
import lat.enlace.model.entity.Entity;
import lat.enlace.testkit.exchange.TestNode;

/// Officers of one node who hold alerts of others.
final class Heeders {
  private static final String WORD = "inventado";
  private static final String MACHINE = "Heeding.HeldAlert.State";
  private static final String FOUND = "Heeding.Found.State";

  private final Desk desk;

  Heeders(Desk desk) {
    this.desk = desk;
  }

  private TestNode node() {
    return desk.node();
  }

  private Heeding heeding() {
    return node().core().heeding();
  }

  List<Deed> waiting() {
    List<Deed> all = new ArrayList<>();
    List<HeldAlert> held = heeding().held(node().duty());
    for (HeldAlert.State state : HeldAlert.State.values()) {
      desk.one(held.stream().filter(one -> one.state() == state).toList())
          .ifPresent(one -> all.addAll(deeds(one)));
    }
    return all;
  }

  private List<Deed> deeds(HeldAlert held) {
    List<Deed> all = new ArrayList<>();
    for (Stand stand : Stand.values()) {
      if (held.state() == HeldAlert.State.RECEIVED || desk.oneIn(4)) {
        all.add(
            new Deed("take a stance", 1, () -> stance(held, stand))
                .leading(MACHINE, held.state().code(), stand.code()));
      }
    }
    if (held.state() == HeldAlert.State.ACCEPTED || held.state() == HeldAlert.State.FLAGGED) {
      all.add(new Deed("open an alert", 1, () -> open(held)));
      all.add(new Deed("note who was found", 1, () -> found(held)));
      desk.one(held.hits().stream().filter(one -> one.state() == Found.State.NOTED).toList())
          .ifPresent(noted -> {
            all.add(
                new Deed("report a hit", 1, () -> report(held, noted))
                    .leading(FOUND, "noted", "reported"));
            all.add(
                new Deed("dismiss a hit", 1, () -> dismiss(held, noted))
                    .leading(FOUND, "noted", "dismissed"));
          });
    }
    return all;
  }

  private void stance(HeldAlert held, Stand stand) throws ExchangeException {
    desk.watch().takesStance(held.id(), stand.code());
    List<AlertFlag> flag =
        stand == Stand.FLAGGED
            ? List.of(desk.one(List.of(AlertFlag.values())).orElseThrow())
            : List.of();
    List<LegalReason> reason =
        stand == Stand.ACCEPTED
            ? List.of()
            : List.of(desk.one(List.of(LegalReason.values())).orElseThrow());
    heeding().stance(node().duty(), held.id(), stand, flag, reason);
  }

  private void open(HeldAlert held) throws ExchangeException {
    desk.watch().reads(node(), () -> heeding().open(node().duty(), held.id()));
  }

  private void found(HeldAlert held) throws ExchangeException {
    Outcome outcome = desk.one(List.of(Outcome.values())).orElseThrow();
    List<Hindrance> hindrance =
        outcome == Outcome.ACTION_IMPOSSIBLE
            ? List.of(desk.one(List.of(Hindrance.values())).orElseThrow())
            : List.of();
    heeding()
        .found(
            node().analyst(),
            held.id(),
            new FoundForm(outcome, node().clock().now(), "Puente Inventado", hindrance));
  }

  /// I9: who noted it confirms nothing.
  private void report(HeldAlert held, Found noted) throws ExchangeException {
    desk.watch().reports(held.id(), noted.id());
    heeding().report(node().duty(), held.id(), noted.id());
  }

  private void dismiss(HeldAlert held, Found noted) throws ExchangeException {
    heeding().dismiss(node().duty(), held.id(), noted.id(), WORD);
  }

  void search() throws ExchangeException {
    Entity probe = desk.person();
    CaseReference about = new CaseReference("CASO-2026-0003");
    desk.watch()
        .searchesAlerts(node(), () -> heeding().search(node().analyst(), probe, about, WORD));
  }
}
