// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holding;
import lat.enlace.exchange.Links;
import lat.enlace.model.CaseReference;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.Handling;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.dispatch.Body;
import lat.enlace.testkit.ledger.KilledException;
import lat.enlace.testkit.people.People;

/// Three nodes under a bad network, crashes, wrong clocks and a liar on the wire, all grown from
/// one seed: the same seed is the same run (invariant I12). Runs the real core, ledger, wire and
/// instruments; after every step the {@link Watch} looks.
public final class Simulation {
  private static final int PEOPLE = 6;
  private static final InstrumentId CO_VE = new InstrumentId("co-ve-2026-cooperation");

  private final SplittableRandom random;
  private final Federation federation;
  private final Watch watch;
  private final List<Flight> network = new ArrayList<>();

  /// A batch, or the answer to one, on its way.
  private record Flight(TestNode from, TestNode to, Links.Outgoing batch, List<Bytes> answer) {}

  /// Something a node is asked to do.
  @FunctionalInterface
  private interface Act {
    void run() throws ExchangeException;
  }

  /// A fresh world.
  public Simulation(long seed) throws ExchangeException {
    this.random = new SplittableRandom(seed);
    this.federation = Federation.ofThree(seed);
    this.watch = new Watch(federation);
    for (int i = 0; i < PEOPLE; i++) {
      TestNode holder = i % 2 == 0 ? federation.ve() : federation.ec();
      holder.core().holdings().put(holder.analyst(), Forms.suspect(People.any(i)));
    }
    federation.ve().core().holdings().protect(federation.ve().rights(), People.any(0));
  }

  /// The nodes.
  public Federation federation() {
    return federation;
  }

  /// Lets {@code steps} things happen, looks after each, then heals everything and looks again.
  public void run(int steps) throws ExchangeException {
    for (int i = 0; i < steps; i++) {
      step();
      watch.look();
    }
    heal();
    watch.lookAtTheEnd();
  }

  private void step() {
    switch (random.nextInt(16)) {
      case 0, 1 -> ask();
      case 2 -> followUp();
      case 3 -> decide();
      case 4 -> read();
      case 5, 6, 7 -> send();
      case 8, 9, 10, 11 -> arrive();
      case 12 -> federation.world().pass(Duration.ofSeconds(random.nextInt(400)));
      case 13 -> any().guillotine().killAfter(random.nextInt(14));
      case 14 -> any().clock().skew(Duration.ofSeconds(random.nextInt(-700, 700)));
      default -> standOrLie();
    }
  }

  private void ask() {
    TestNode co = federation.co();
    TestNode partner = random.nextBoolean() ? federation.ve() : federation.ec();
    act(
        co,
        () ->
            co.core()
                .asking()
                .ask(co.analyst(), Forms.lawful(People.any(random.nextInt(PEOPLE)), partner)));
  }

  private void followUp() {
    TestNode co = federation.co();
    act(
        co,
        () -> {
          for (AskedQuestion asked : co.core().asking().asked(co.analyst())) {
            if (asked.state() == AskedQuestion.State.HIT) {
              Body.Outcome.Hit hit = (Body.Outcome.Hit) asked.answer().getFirst();
              co.core()
                  .asking()
                  .followUp(
                      co.analyst(), asked.id(), hit.candidates().getFirst().handle(), "la misma");
              return;
            }
          }
        });
  }

  private void decide() {
    TestNode holder = random.nextBoolean() ? federation.ve() : federation.ec();
    act(
        holder,
        () -> {
          for (Holding.HeldFollowUp held : holder.core().holding().desk(holder.duty())) {
            if (held.state() == Holding.HeldFollowUp.State.WAITING) {
              if (random.nextInt(4) > 0) {
                watch.released(held);
                holder.core().holding().release(holder.duty(), held.id(), Handling.LEAST);
              } else {
                holder.core().holding().refuse(holder.duty(), held.id(), RefusalCode.R4, "no");
              }
              return;
            }
          }
        });
  }

  private void read() {
    TestNode co = federation.co();
    act(
        co,
        () -> {
          for (AskedQuestion asked : co.core().asking().asked(co.analyst())) {
            if (!asked.item().isEmpty()) {
              co.core()
                  .asking()
                  .read(
                      co.analyst(),
                      asked.item().getFirst(),
                      new CaseReference("CASO-2026-0001"),
                      "lectura");
              return;
            }
          }
        });
  }

  private void send() {
    TestNode partner = random.nextBoolean() ? federation.ve() : federation.ec();
    boolean out = random.nextBoolean();
    TestNode from = out ? federation.co() : partner;
    TestNode to = out ? partner : federation.co();
    act(
        from,
        () -> {
          Optional<Links.Outgoing> next = from.core().links().next(to.id());
          next.ifPresent(batch -> {
            watch.leaves(from, batch);
            network.add(new Flight(from, to, batch, List.of()));
          });
        });
  }

  /// Any flight may arrive next, twice, damaged or never.
  private void arrive() {
    if (network.isEmpty()) {
      return;
    }
    int at = random.nextInt(network.size());
    Flight flight = random.nextInt(6) == 0 ? network.get(at) : network.remove(at);
    if (random.nextInt(8) == 0) {
      return;
    }
    if (flight.answer().isEmpty()) {
      act(
          flight.to(),
          () -> {
            Bytes envelope = random.nextInt(10) == 0 ? damaged(flight) : flight.batch().envelope();
            Bytes ack = flight.to().core().links().receive(flight.from().id(), envelope);
            network.add(new Flight(flight.from(), flight.to(), flight.batch(), List.of(ack)));
          });
    } else {
      act(
          flight.from(),
          () -> flight.from().core().links().delivered(flight.batch(), flight.answer().getFirst()));
    }
  }

  private Bytes damaged(Flight flight) {
    byte[] bytes = flight.batch().envelope().toArray();
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    return Bytes.copyOf(bytes);
  }

  private void standOrLie() {
    TestNode side = random.nextBoolean() ? federation.co() : federation.ve();
    var standings = side.core().standings();
    ConfidenceLevel level = ConfidenceLevel.HIT_NO_HIT;
    switch (random.nextInt(4)) {
      case 0 -> act(side, () -> standings.suspend(side.authority(), CO_VE, "prueba"));
      case 1 -> act(side, () -> standings.resume(side.authority(), CO_VE, level, "prueba"));
      case 2 -> act(side, () -> standings.raise(side.authority(), CO_VE, level, "prueba"));
      default -> lie();
    }
  }

  /// Someone answers with what answered another batch.
  private void lie() {
    List<Flight> answers = network.stream().filter(one -> !one.answer().isEmpty()).toList();
    List<Flight> batches = network.stream().filter(one -> one.answer().isEmpty()).toList();
    if (answers.isEmpty() || batches.isEmpty()) {
      return;
    }
    Flight batch = batches.get(random.nextInt(batches.size()));
    Bytes wrong = answers.get(random.nextInt(answers.size())).answer().getFirst();
    act(batch.from(), () -> batch.from().core().links().delivered(batch.batch(), wrong));
  }

  /// Does it; a kill on the way is a crash and a restart, a refusal is an ordinary outcome.
  private void act(TestNode node, Act act) {
    try {
      act.run();
    } catch (KilledException e) {
      restart(node);
    } catch (ExchangeException e) {
      if (e.code() == ExchangeException.Code.UNAVAILABLE) {
        throw new AssertionError("a node stopped that was never rolled back", e);
      }
    }
  }

  private void restart(TestNode node) {
    node.crash(random);
    try {
      node.open();
    } catch (ExchangeException e) {
      throw new AssertionError("a node does not open after a crash", e);
    }
  }

  private TestNode any() {
    return federation.nodes().get(random.nextInt(federation.nodes().size()));
  }

  private void heal() throws ExchangeException {
    network.clear();
    for (TestNode node : federation.nodes()) {
      node.guillotine().rest();
      node.clock().skew(Duration.ZERO);
      restart(node);
    }
    federation.world().pass(Duration.ofMinutes(20));
    federation.settle();
    federation.world().pass(Duration.ofMinutes(20));
    federation.settle();
  }
}
