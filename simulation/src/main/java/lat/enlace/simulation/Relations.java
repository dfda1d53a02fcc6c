// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Standings;
import lat.enlace.exchange.port.Store;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.instrument.Standing;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.NodeId;
import lat.enlace.model.StateCode;
import lat.enlace.testkit.exchange.TestNode;

/// How states stand to each other: suspending, lowering, raising, contesting a mandate, newer
/// texts, keys renewed.
final class Relations implements Family {
  private static final String WORD = "prueba";

  /// Whoever has asked so often at the end to go back up is let alone: a partner that lied may not
  /// answer in kind.
  private static final int TRIES = 24;

  private static final ConfidenceLevel OPEN = ConfidenceLevel.INFORMATION;

  @Override
  public Set<DispatchKind> kinds() {
    return EnumSet.of(DispatchKind.STANDING, DispatchKind.NODE_RECORD);
  }

  @Override
  public List<Machine> machines() {
    return List.of(
        new Machine.OfView("Standing.State", Store.Space.INSTRUMENT, Relations::standings));
  }

  @Override
  public Worker at(Desk desk) {
    return new Officers(desk);
  }

  private static Map<String, String> standings(TestNode node) {
    Map<String, String> all = new HashMap<>();
    for (Standings.Adopted one : node.core().standings().instruments()) {
      all.put(one.instrument().id() + " " + one.partner(), one.standing().state().code());
    }
    return all;
  }

  private static final class Officers implements Worker {
    private final Desk desk;
    private int tries;

    Officers(Desk desk) {
      this.desk = desk;
    }

    private TestNode node() {
      return desk.node();
    }

    private Standings standings() {
      return node().core().standings();
    }

    @Override
    public List<Deed> deeds() {
      return List.of(
          new Deed("suspend", 1, this::suspend),
          new Deed("lower", 1, this::lower),
          new Deed("resume", 1, this::resume),
          new Deed("raise", 1, this::raise),
          new Deed("contest a mandate", 1, this::contest),
          new Deed("withdraw from an agreement", 1, this::withdraw),
          new Deed("adopt a newer text", 1, this::adopt));
    }

    /// Whoever stands lower than agreed goes back up soon: else nothing else would be seen.
    @Override
    public List<Deed> waiting() {
      if (!standings().contested().isEmpty()) {
        return List.of(new Deed("recognise a mandate", 1, this::recognise));
      }
      Optional<Standings.Adopted> low =
          desk.one(
              standings().instruments().stream()
                  .filter(one -> !World.isYoung(one.instrument().id()))
                  .filter(one -> one.standing().state() != Standing.State.ENDED)
                  .filter(one -> !one.level().reaches(OPEN))
                  .filter(one -> one.proposed().isEmpty())
                  .toList());
      return low.map(one -> new Deed("restore", 1, () -> resume(one))).stream().toList();
    }

    private Optional<Standings.Adopted> any() {
      return desk.one(
          standings().instruments().stream()
              .filter(one -> one.standing().state() != Standing.State.ENDED)
              .toList());
    }

    private void suspend() throws ExchangeException {
      Optional<Standings.Adopted> one = any();
      if (one.isPresent()) {
        InstrumentId id = one.get().instrument().id();
        desk.watch().resumes(node(), id);
        standings().suspend(node().authority(), id, WORD);
        desk.watch().suspended(node(), id);
      }
    }

    private void lower() throws ExchangeException {
      Optional<Standings.Adopted> one = any();
      if (one.isPresent()) {
        ConfidenceLevel to =
            World.isYoung(one.get().instrument().id())
                ? ConfidenceLevel.FLOOR
                : ConfidenceLevel.CONTACT;
        standings().lower(node().authority(), one.get().instrument().id(), to, WORD);
      }
    }

    /// True if something waits between this node and the partner.
    private boolean heldBack(NodeId partner) {
      return desk.partners().stream()
          .filter(other -> other.id().equals(partner))
          .anyMatch(other -> World.waits(node(), other) || World.waits(other, node()));
    }

    /// Whoever offers stands lower, even where both stand alike by what this node knows: a word
    /// about a text that this side had replaced was refused here and holds there.
    private static boolean asked(Standings.Adopted one) {
      return !one.proposedThere().isEmpty()
          && !World.isYoung(one.instrument().id())
          && one.standing().state() != Standing.State.ENDED;
    }

    private void agree(Standings.Adopted one) throws ExchangeException {
      standings().raise(node().authority(), one.instrument().id(), OPEN, WORD);
    }

    private void resume() throws ExchangeException {
      Optional<Standings.Adopted> one = any();
      if (one.isPresent()) {
        resume(one.get());
      }
    }

    private void resume(Standings.Adopted one) throws ExchangeException {
      desk.watch().resumes(node(), one.instrument().id());
      standings().resume(node().authority(), one.instrument().id(), OPEN, WORD);
    }

    private void raise() throws ExchangeException {
      Optional<Standings.Adopted> one = any();
      if (one.isPresent()) {
        standings().raise(node().authority(), one.get().instrument().id(), OPEN, WORD);
      }
    }

    private void contest() throws ExchangeException {
      if (desk.oneIn(2)) {
        StateCode state = desk.partner().identity().state();
        standings().contest(node().authority(), state, WORD);
        desk.watch().contested(node(), state);
      }
    }

    private void recognise() throws ExchangeException {
      for (Standings.Contested one : standings().contested()) {
        desk.watch().recognises(node(), one.state());
        standings().recognise(node().authority(), one.state(), WORD);
      }
    }

    /// From the young text alone: after it nothing is left of a relation.
    private void withdraw() throws ExchangeException {
      Optional<Standings.Adopted> one = any();
      if (one.isPresent() && World.isYoung(one.get().instrument().id()) && desk.oneIn(3)) {
        standings().withdraw(node().authority(), one.get().instrument().id(), WORD);
      }
    }

    private void adopt() throws ExchangeException {
      Optional<SignedInstrument> newer = desk.one(desk.world().newer(node()));
      if (newer.isPresent()) {
        adopt(newer.get());
      }
    }

    /// Who had withdrawn from the one text begins anew under the other; all else goes on.
    private void adopt(SignedInstrument newer) throws ExchangeException {
      InstrumentId id = newer.instrument().id();
      for (Standings.Adopted one : standings().instruments()) {
        if (one.instrument().id().equals(id) && one.standing().state() == Standing.State.ENDED) {
          desk.watch().beginsAnew(node(), id, one.partner());
        }
      }
      standings().adopt(node().operator(), newer);
    }

    @Override
    public boolean finish() throws ExchangeException {
      boolean waited = !standings().contested().isEmpty();
      tries++;
      recognise();
      for (SignedInstrument newer : desk.world().newer(node())) {
        adopt(newer);
        waited = true;
      }
      for (Standings.Adopted one : standings().instruments()) {
        boolean evidence =
            node().core().links().health().stream()
                .anyMatch(link -> link.partner().equals(one.partner()) && link.evidence());
        boolean low =
            !World.isYoung(one.instrument().id())
                && one.standing().state() != Standing.State.ENDED
                && !one.level().reaches(OPEN);
        boolean held = heldBack(one.partner());
        if (held && tries < TRIES && ((evidence && !World.isYoung(one.instrument().id())) || low)) {
          resume(one);
        } else if (held && tries < TRIES && asked(one)) {
          agree(one);
        }
      }
      return waited;
    }
  }
}
