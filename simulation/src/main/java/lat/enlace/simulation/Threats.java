// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Warnings;
import lat.enlace.exchange.port.Store;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.dispatch.WarningBody;
import lat.enlace.testkit.exchange.TestNode;

/// Warnings of threats to a life, what is done about them, and their review.
final class Threats implements Family {
  @Override
  public Set<DispatchKind> kinds() {
    return EnumSet.of(
        DispatchKind.WARNING, DispatchKind.WARNING_ACTION, DispatchKind.WARNING_REVIEW);
  }

  @Override
  public List<Machine> machines() {
    return List.of(new Machine.OfRows("Warnings.Warning.State", Store.Space.WARNING, ""));
  }

  @Override
  public Worker at(Desk desk) {
    return new Officers(desk);
  }

  private record Officers(Desk desk) implements Worker {
    private TestNode node() {
      return desk.node();
    }

    @Override
    public List<Deed> deeds() {
      return List.of(
          new Deed("warn", 1, this::warn), new Deed("deal with a warning", 3, this::deal));
    }

    private void warn() throws ExchangeException {
      WarningBody.Warning threat =
          new WarningBody.Warning(
              List.of("Persona Inventada"),
              List.of("Vereda El Ejemplo"),
              List.of(),
              any(WarningBody.Warning.Threat.values()),
              any(WarningBody.Warning.Imminence.values()));
      node().core().warnings().warn(node().analyst(), desk.partner().id(), threat);
    }

    private void deal() throws ExchangeException {
      List<Warnings.Warning> known = node().core().warnings().warnings(node().rights());
      if (known.isEmpty()) {
        warn();
        return;
      }
      Warnings.Warning one = known.get(desk.random().nextInt(known.size()));
      if (one.withheld()) {
        node().core().warnings().release(node().rights(), one.id());
      } else if (!one.sent() && one.state() != Warnings.Warning.State.DONE) {
        handle(one);
      } else if (one.ownReview().isEmpty()) {
        node()
            .core()
            .warnings()
            .review(node().rights(), one.id(), any(WarningBody.Review.Finding.values()));
      }
    }

    private void handle(Warnings.Warning one) throws ExchangeException {
      node().core().warnings().open(node().duty(), one.id());
      WarningBody.Action.Act act = any(WarningBody.Action.Act.values());
      boolean again =
          act == WarningBody.Action.Act.TAKEN_UP && one.state() == Warnings.Warning.State.TAKEN_UP;
      node()
          .core()
          .warnings()
          .act(node().duty(), one.id(), again ? WarningBody.Action.Act.PROTECTED : act);
    }

    private <T> T any(T[] all) {
      return all[desk.random().nextInt(all.length)];
    }

    @Override
    public boolean finish() {
      return false;
    }
  }
}
