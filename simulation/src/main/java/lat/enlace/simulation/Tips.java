// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.exchange.AskForm;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Informing;
import lat.enlace.exchange.Informing.InformForm;
import lat.enlace.exchange.Informing.Information;
import lat.enlace.exchange.port.Store;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Ground;
import lat.enlace.model.Handling;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.InformationUse;
import lat.enlace.testkit.exchange.Forms;
import lat.enlace.testkit.exchange.TestNode;

/// Information that nobody asked for, and what came of it.
final class Tips implements Family {
  @Override
  public Set<DispatchKind> kinds() {
    return EnumSet.of(DispatchKind.SPONTANEOUS, DispatchKind.FEEDBACK);
  }

  @Override
  public List<Machine> machines() {
    return List.of(
        new Machine.OfRows("Informing.Information.State", Store.Space.REQUEST, "information "));
  }

  @Override
  public Worker at(Desk desk) {
    return new Officers(desk);
  }

  private record Officers(Desk desk) implements Worker {
    private TestNode node() {
      return desk.node();
    }

    private Informing informing() {
      return node().core().informing();
    }

    @Override
    public List<Deed> deeds() {
      return List.of(new Deed("inform", 5, this::inform), new Deed("open a tip", 1, this::open));
    }

    @Override
    public List<Deed> waiting() {
      return desk.one(received()).map(one -> new Deed("feed back", 1, () -> feedBack(one))).stream()
          .toList();
    }

    private void inform() throws ExchangeException {
      boolean unlawful = desk.oneIn(12);
      TestNode partner = desk.partner();
      AskForm ask =
          Forms.about(
              desk.named(),
              "CASO-2026-000" + desk.random().nextInt(9),
              unlawful ? Set.of(Ground.EVIDENCE, Ground.MIGRATION_STATUS) : Set.of(Ground.EVIDENCE),
              partner);
      Information sent =
          informing()
              .send(
                  node().analyst(),
                  new InformForm(
                      partner.id(),
                      ask.caseReference(),
                      ask.legalBasis(),
                      ask.offence(),
                      ask.purpose(),
                      ask.elements(),
                      ask.subject(),
                      ask.category(),
                      ask.stage(),
                      ask.grounds(),
                      new Handling(Set.of(HandlingCode.H2), Handling.LEAST.action()),
                      "inventado"));
      Check.that(
          Invariant.I4,
          !unlawful || sent.state() == Information.State.REFUSED_HERE,
          "informed on a ground of migration");
    }

    private List<Information> received() {
      return informing().all(node().duty()).stream()
          .filter(one -> !one.sent() && one.state() == Information.State.RECEIVED)
          .toList();
    }

    private void open() throws ExchangeException {
      Optional<Information> one = desk.one(received());
      if (one.isPresent()) {
        desk.watch().reads(node(), () -> informing().open(node().duty(), one.get().id()));
      }
    }

    private void feedBack(Information one) throws ExchangeException {
      InformationUse use = desk.one(List.of(InformationUse.values())).orElseThrow();
      informing().feedback(node().duty(), one.id(), use, "");
    }

    @Override
    public boolean finish() {
      return false;
    }
  }
}
