// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Whereabouts.Inquiry;
import lat.enlace.exchange.port.Store;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.testkit.exchange.TestNode;
import lat.enlace.testkit.people.People;

/// Where is this person? The floor, open under suspension.
final class Inquiries implements Family {
  private static final int STRANGERS = 100;

  @Override
  public Set<DispatchKind> kinds() {
    return EnumSet.of(DispatchKind.WHEREABOUTS, DispatchKind.WHEREABOUTS_REPLY);
  }

  @Override
  public List<Machine> machines() {
    return List.of(new Machine.OfRows("Whereabouts.Inquiry.State", Store.Space.INQUIRY, ""));
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
          new Deed("inquire", 2, this::inquire),
          new Deed("reply", 3, this::reply),
          new Deed("open an inquiry", 1, this::open));
    }

    private void inquire() throws ExchangeException {
      TestNode partner = desk.partner();
      try {
        node()
            .core()
            .whereabouts()
            .inquire(
                node().duty(),
                partner.id(),
                "HUM-1",
                "Convención inventada",
                People.any(STRANGERS + desk.random().nextInt(Desk.PEOPLE)),
                WhereaboutsBody.Inquiry.AskedBy.FAMILY);
      } catch (ExchangeException e) {
        Check.that(
            Invariant.I7,
            e.code() == ExchangeException.Code.UNAVAILABLE,
            () -> "the floor is closed towards " + partner.id() + ": " + e.code());
        throw e;
      }
    }

    private void reply() throws ExchangeException {
      Optional<Inquiry> open = desk.one(open(node()));
      if (open.isPresent()) {
        reply(open.get());
      }
    }

    private void open() throws ExchangeException {
      Optional<Inquiry> open = desk.one(open(node()));
      if (open.isPresent()) {
        desk.watch()
            .reads(node(), () -> node().core().whereabouts().open(node().duty(), open.get().id()));
      }
    }

    private static List<Inquiry> open(TestNode node) {
      return node.core().whereabouts().inquiries(node.duty()).stream()
          .filter(one -> !one.sent() && one.state() != Inquiry.State.ANSWERED)
          .toList();
    }

    private void reply(Inquiry inquiry) throws ExchangeException {
      var findings = WhereaboutsBody.Reply.Finding.values();
      node()
          .core()
          .whereabouts()
          .reply(
              node().duty(),
              inquiry.id(),
              findings[desk.random().nextInt(findings.length)],
              "vista");
    }

    @Override
    public boolean finish() throws ExchangeException {
      List<Inquiry> all = open(node());
      for (Inquiry inquiry : all) {
        reply(inquiry);
      }
      return !all.isEmpty();
    }
  }
}
