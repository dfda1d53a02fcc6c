// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links;
import lat.enlace.testkit.exchange.Federation;
import lat.enlace.testkit.exchange.Forms;
import lat.enlace.testkit.exchange.TestNode;
import lat.enlace.testkit.ledger.KilledException;
import lat.enlace.testkit.people.People;

/// Three nodes, their officers, a bad network, crashes between any two calls to a port, wrong
/// clocks and one peer that lies, all grown from one seed: the same seed is the same run (invariant
/// I12). Runs the real core, ledger, wire and instruments; the {@link Watch} looks after every
/// step, and once the faults stop everything that was asked must come to an end.
public final class Simulation {
  private static final Duration TOLERATED = Duration.ofMinutes(5);
  private static final int ROUNDS = 40;
  private static final int GAPS = 14;
  private static final int SPELL = 16;
  private static final int RUNS_TO_TELL_ALL = 8;
  private static final int IMPATIENT = 8;
  private static final Set<AskedQuestion.State> ENDS =
      Set.of(
          AskedQuestion.State.REFUSED_HERE,
          AskedQuestion.State.DECLINED,
          AskedQuestion.State.NO_HIT,
          AskedQuestion.State.REFUSED_THERE,
          AskedQuestion.State.DISCLOSED,
          AskedQuestion.State.WITHHELD,
          AskedQuestion.State.NOT_THE_SUBJECT);

  private final SplittableRandom random;
  private final Federation federation;
  private final Coverage coverage = new Coverage();
  private final Network network;
  private final List<Office> offices = new ArrayList<>();
  private final LyingPeer peer;
  private final List<TestNode> honest;
  private final Watch watch;
  private final List<Lie> lies;
  private int toldSoFar;

  /// Something a node is asked to do.
  @FunctionalInterface
  private interface Act {
    void run() throws ExchangeException;
  }

  /// A fresh world.
  public Simulation(long seed) throws ExchangeException {
    this.random = new SplittableRandom(seed);
    this.federation = Federation.ofThree(seed);
    this.network = new Network(random, coverage);
    TestNode co = federation.co();
    TestNode liar = random.nextBoolean() ? federation.ec() : federation.ve();
    TestNode third = liar == federation.ec() ? federation.ve() : federation.ec();
    this.peer = new LyingPeer(liar, co, third, random);
    this.honest = List.of(co, third);
    this.lies = lies(seed);
    this.watch = new Watch(federation.nodes(), honest, coverage);
    offices.add(new Office(co, List.of(federation.ve(), federation.ec()), watch, random));
    offices.add(new Office(third, List.of(co), watch, random));
    for (int i = 0; i < Office.PEOPLE; i++) {
      for (TestNode holder : i < Office.PEOPLE - 2 ? federation.nodes() : List.<TestNode>of()) {
        holder.core().holdings().put(holder.analyst(), Forms.suspect(People.any(i)));
      }
    }
    third.core().holdings().protect(third.rights(), People.any(1));
    co.core().holdings().protect(co.rights(), People.any(0));
    beginWithDisclosures();
  }

  /// Every lie, in an order that a few seeds in a row share and begin at different places, so that
  /// between them they tell all.
  private static List<Lie> lies(long seed) {
    List<Lie> all = new ArrayList<>(List.of(Lie.values()));
    Collections.shuffle(all, new Random(Math.floorDiv(seed, RUNS_TO_TELL_ALL)));
    int part = Math.floorMod(seed, RUNS_TO_TELL_ALL);
    Collections.rotate(all, part * all.size() / RUNS_TO_TELL_ALL);
    return all;
  }

  /// Both honest nodes hold an item of the other's, so that there is something to read and recall
  /// from the first step.
  private void beginWithDisclosures() throws ExchangeException {
    offices.getFirst().asksAbout(offices.getLast().node(), 4);
    offices.getLast().asksAbout(offices.getFirst().node(), 5);
    for (int i = 0; i < 2; i++) {
      federation.settle();
      for (Office office : offices) {
        office.works();
      }
    }
    federation.settle();
    watch.look();
  }

  /// The nodes.
  public Federation federation() {
    return federation;
  }

  /// Lets {@code steps} things happen, looks after each, then lets the faults stop and looks
  /// whether everything ends.
  public Coverage run(int steps) throws ExchangeException {
    for (int i = 0; i < steps; i++) {
      step(i);
      watch.look();
    }
    heal();
    watch.lookAtTheEnd();
    requireEnds();
    return coverage;
  }

  /// Fair weather and storms take turns, so that conversations get far enough to be disturbed.
  private void step(int at) throws ExchangeException {
    boolean storm = at / SPELL % 2 == 1;
    if (!storm) {
      calm();
    }
    switch (random.nextInt(storm ? 38 : 28)) {
      case 0, 1, 2, 3, 4, 5, 6, 7 -> {
        Office office = offices.get(random.nextInt(offices.size()));
        act(office.node(), office::act);
      }
      case 8 -> answerAsTheLiarsOfficers();
      case 9, 10, 11, 12, 13, 14, 15, 16, 17 -> send();
      case 18, 19, 20, 21, 22, 23, 24, 25, 26 -> arrive(storm);
      case 27 -> federation.world().pass(Duration.ofSeconds(random.nextInt(400)));
      case 28, 29 -> any().guillotine().killAfter(random.nextInt(GAPS));
      case 30 -> skew(any());
      default -> lie();
    }
  }

  private void calm() {
    for (TestNode node : federation.nodes()) {
      node.guillotine().rest();
      node.clock().skew(Duration.ZERO);
    }
  }

  /// The liar's node asks and is asked like any other, so that there is something to lie about.
  private void answerAsTheLiarsOfficers() {
    TestNode liar = peer.node();
    act(
        liar,
        () -> {
          liar.core()
              .asking()
              .ask(
                  liar.analyst(),
                  Forms.lawful(People.any(random.nextInt(Office.PEOPLE)), federation.co()));
        });
  }

  /// One link on which something waits sends a batch.
  private void send() {
    int first = random.nextInt(4);
    for (int i = 0; i < 4; i++) {
      int link = (first + i) % 4;
      TestNode partner = link < 2 ? federation.ve() : federation.ec();
      boolean out = link % 2 == 0;
      TestNode from = out ? federation.co() : partner;
      TestNode to = out ? partner : federation.co();
      // A node mostly waits for the answer before it tries again.
      if (waits(from, to) && (!network.busy(from, to) || random.nextInt(IMPATIENT) == 0)) {
        act(from, () -> send(from, to));
        return;
      }
    }
  }

  private static boolean waits(TestNode from, TestNode to) {
    return from.core().links().health().stream()
        .anyMatch(link -> link.partner().equals(to.id()) && link.waiting() > 0);
  }

  private void send(TestNode from, TestNode to) throws ExchangeException {
    Optional<Links.Outgoing> next = from.core().links().next(to.id());
    if (next.isPresent()) {
      peer.overhears(from, to, next.get().envelope());
      if (honest.contains(from)) {
        watch.leaves(from, to, next.get());
      }
      network.send(from, to, next.get(), federation.world().now());
    }
  }

  private void arrive(boolean storm) {
    Optional<Network.Flight> arrival = network.arrival(federation.world().now(), storm);
    if (arrival.isEmpty()) {
      return;
    }
    Network.Flight flight = arrival.get();
    if (flight.carriesAnswer()) {
      Bytes answer = flight.answer().getFirst();
      act(flight.from(), () -> flight.from().core().links().delivered(flight.batch(), answer));
      return;
    }
    act(
        flight.to(),
        () -> {
          Bytes envelope = flight.batch().envelope();
          Bytes ack = flight.to().core().links().receive(flight.from().id(), envelope);
          watch.requireDurable(flight.to(), flight.to().core().records().head().size());
          network.answer(flight, ack, federation.world().now());
        });
  }

  private void skew(TestNode node) {
    int seconds = random.nextInt(2) == 0 ? random.nextInt(-700, 700) : random.nextInt(-290, 290);
    boolean far = Math.abs(seconds) > TOLERATED.toSeconds();
    coverage.was(far ? Fault.CLOCK_FAR_OFF : Fault.CLOCK_OFF);
    node.clock().skew(Duration.ofSeconds(seconds));
  }

  private void lie() throws ExchangeException {
    Lie lie = lies.get(toldSoFar++ % lies.size());
    TestNode victim = peer.victim();
    if (!peer.canTell(lie)) {
      return;
    }
    peer.agreesOnTheTime(Duration.between(federation.world().now(), victim.clock().now()));
    if (lie.level() != Lie.Level.ACK) {
      act(victim, () -> requireMet(lie, peer.tell(lie)));
      return;
    }
    act(
        victim,
        () -> {
          Optional<Links.Outgoing> next = victim.core().links().next(peer.node().id());
          if (next.isPresent()) {
            watch.leaves(victim, peer.node(), next.get());
            requireMet(lie, peer.answer(lie, next.get()));
          }
        });
  }

  private void requireMet(Lie lie, String outcome) {
    assertThat(lie.mayMeet(outcome)).as("I11: %s met %s", lie, outcome).isTrue();
    coverage.was(lie);
  }

  /// Does it; a kill on the way is a crash and a restart, a refusal is an ordinary outcome.
  private void act(TestNode node, Act act) {
    try {
      act.run();
    } catch (KilledException e) {
      coverage.was(Fault.CRASHED);
      restart(node);
    } catch (ExchangeException e) {
      if (e.code() == ExchangeException.Code.UNAVAILABLE) {
        throw new AssertionError("a node stopped that was never rolled back", e);
      }
      watch.refused(e);
    }
  }

  /// Opens the node again; one opening in three is killed on the way too.
  private void restart(TestNode node) {
    node.crash(random);
    if (random.nextInt(3) == 0) {
      node.guillotine().killAfter(random.nextInt(GAPS));
    }
    try {
      node.open();
    } catch (KilledException e) {
      coverage.was(Fault.CRASHED_WHILE_OPENING);
      restart(node);
    } catch (ExchangeException e) {
      throw new AssertionError("a node does not open after a crash", e);
    }
    node.guillotine().rest();
  }

  private TestNode any() {
    return federation.nodes().get(random.nextInt(federation.nodes().size()));
  }

  private void heal() throws ExchangeException {
    network.clear();
    calm();
    for (TestNode node : federation.nodes()) {
      restart(node);
    }
    offices.add(new Office(peer.node(), List.of(federation.co()), watch, random));
    boolean waits = true;
    for (int round = 0; waits && round < ROUNDS; round++) {
      federation.world().pass(Duration.ofMinutes(15));
      federation.settle();
      watch.look();
      waits = false;
      for (Office office : offices) {
        waits |= office.finish();
      }
      watch.look();
      waits |= !waiting().isEmpty();
    }
  }

  private List<String> waiting() {
    List<String> all = new ArrayList<>();
    for (TestNode node : federation.nodes()) {
      for (AskedQuestion asked : node.core().asking().asked(node.rights())) {
        if (!ENDS.contains(asked.state()) && honest.contains(node)) {
          all.add(node.id() + " " + asked);
        }
      }
      for (Links.LinkHealth link : node.core().links().health()) {
        if (link.waiting() > 0) {
          all.add(node.id() + " " + link);
        }
      }
    }
    return all;
  }

  /// Liveness: what was asked has ended, and nothing waits on any link.
  private void requireEnds() {
    assertThat(waiting()).as("everything ends once the faults stop").isEmpty();
  }
}
