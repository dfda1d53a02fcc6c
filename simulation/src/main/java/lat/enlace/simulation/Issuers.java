// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lat.enlace.exchange.Alerting;
import lat.enlace.exchange.Alerting.Alert;
import lat.enlace.exchange.Alerting.AlertForm;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.model.AlertAction;
import lat.enlace.model.DispatchId;
import lat.enlace.model.Ground;
import lat.enlace.model.Handling;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.UnitId;
import lat.enlace.testkit.exchange.Forms;
import lat.enlace.testkit.exchange.TestNode;

/// Officers of one node who issue alerts.
final class Issuers {
  private static final String WORD = "inventado";
  private static final String MACHINE = "Alerting.Alert.State";
  private static final int RARELY = 6;

  private final Desk desk;
  private final Set<DispatchId> unlawful = new HashSet<>();

  Issuers(Desk desk) {
    this.desk = desk;
  }

  private TestNode node() {
    return desk.node();
  }

  private Alerting alerting() {
    return node().core().alerting();
  }

  /// Of another unit than all other officers.
  private Officer second() {
    Officer duty = node().duty();
    return new Officer(
        duty.id(), duty.agency(), new UnitId("otra-unidad"), duty.roles(), duty.language());
  }

  List<Deed> waiting() {
    List<Deed> all = new ArrayList<>();
    desk.one(in(Alert.State.DRAFT))
        .ifPresent(draft -> {
          all.add(
              new Deed("issue an alert", 1, () -> issue(draft))
                  .leading(MACHINE, "draft", "issued"));
          if (desk.oneIn(RARELY)) {
            all.add(
                new Deed("decline an alert", 1, () -> decline(draft))
                    .leading(MACHINE, "draft", "declined"));
          }
        });
    desk.one(in(Alert.State.ISSUED))
        .filter(_ -> desk.oneIn(3))
        .ifPresent(one -> all.addAll(changes(one)));
    return all;
  }

  private List<Deed> changes(Alert alert) {
    return List.of(
        new Deed("extend an alert", 1, () -> alerting().extend(second(), alert.id(), WORD)),
        new Deed("correct an alert", 1, () -> correct(alert)),
        new Deed("narrow an alert", 1, () -> narrow(alert)),
        new Deed("read hits", 1, () -> read(alert)),
        new Deed("say that it was done", 1, () -> executed(alert))
            .leading(MACHINE, "issued", "executed"),
        new Deed("withdraw an alert", 1, () -> withdraw(alert))
            .leading(MACHINE, "issued", "withdrawn"));
  }

  private List<Alert> in(Alert.State state) {
    return alerting().alerts(node().analyst()).stream()
        .filter(one -> one.state() == state)
        .toList();
  }

  void draft() throws ExchangeException {
    boolean forbidden = desk.oneIn(12);
    TestNode[] partners =
        desk.oneIn(4) ? desk.partners().toArray(new TestNode[0]) : new TestNode[] {desk.partner()};
    AskForm ask =
        Forms.about(
            desk.named(),
            "CASO-2026-000" + desk.random().nextInt(9),
            forbidden
                ? Set.of(Ground.EVIDENCE, Ground.JUDICIAL_ORDER, Ground.MIGRATION_STATUS)
                : Set.of(Ground.EVIDENCE, Ground.JUDICIAL_ORDER),
            partners);
    AlertAction action =
        desk.one(List.of(AlertAction.ARREST, AlertAction.LOCATE, AlertAction.INQUIRY_CHECK))
            .orElseThrow();
    Alert draft =
        alerting()
            .draft(
                node().analyst(),
                new AlertForm(
                    ask.partners(),
                    ask.caseReference(),
                    ask.legalBasis(),
                    ask.offence(),
                    ask.purpose(),
                    ask.elements(),
                    ask.subject(),
                    action,
                    ask.category(),
                    ProceduralStage.INDICTED,
                    ask.grounds(),
                    Set.of(),
                    Handling.LEAST,
                    "orden inventada"));
    if (forbidden) {
      unlawful.add(draft.id());
    }
    desk.watch().requireSilent(draft);
  }

  /// I9 and I4: who drafted it issues nothing, and what is forbidden goes to nobody.
  private void issue(Alert draft) throws ExchangeException {
    if (desk.oneIn(RARELY)) {
      desk.watch()
          .mustRefuse(
              ExchangeException.Code.APPROVAL_REFUSED,
              () -> alerting().issue(node().duty(), draft.id()));
    }
    desk.watch().issues(draft.id());
    Alert issued = alerting().issue(second(), draft.id());
    Check.that(
        Invariant.I4,
        !unlawful.contains(draft.id()) || issued.state() == Alert.State.REFUSED_HERE,
        "an alert on a ground of migration");
  }

  private void decline(Alert draft) throws ExchangeException {
    alerting().decline(second(), draft.id(), WORD);
  }

  private void correct(Alert alert) throws ExchangeException {
    alerting().correct(node().analyst(), alert.id(), desk.named(), WORD);
  }

  private void narrow(Alert alert) throws ExchangeException {
    AlertAction less =
        alert.form().action() == AlertAction.ARREST
            ? AlertAction.LOCATE
            : AlertAction.DISCREET_CHECK;
    alerting().narrow(node().analyst(), alert.id(), less, WORD);
  }

  private void read(Alert alert) throws ExchangeException {
    alerting().hits(node().analyst(), alert.id());
  }

  private void executed(Alert alert) throws ExchangeException {
    alerting().executed(node().analyst(), alert.id(), WORD);
  }

  private void withdraw(Alert alert) throws ExchangeException {
    alerting().withdraw(node().analyst(), alert.id(), WORD);
  }

  /// In the end everything is taken back, so that it can be asked what is left.
  boolean finish() throws ExchangeException {
    boolean waited = false;
    for (Alert draft : in(Alert.State.DRAFT)) {
      decline(draft);
      waited = true;
    }
    for (Alert issued : in(Alert.State.ISSUED)) {
      withdraw(issued);
      waited = true;
    }
    return waited;
  }
}
