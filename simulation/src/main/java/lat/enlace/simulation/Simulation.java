// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links;
import lat.enlace.testkit.exchange.Federation;
import lat.enlace.testkit.exchange.Forms;
import lat.enlace.testkit.exchange.Liar;
import lat.enlace.testkit.exchange.TestNode;
import lat.enlace.testkit.people.People;

/// Five nodes, their officers, a bad network, bad disks, crashes between any two calls to a port,
/// wrong clocks and one peer that lies, all grown from one seed: the same seed is the same run
/// (invariant I12). Runs the real core, ledger, wire, instruments and cryptography; the {@link
/// Watch} looks after every step, and once the faults stop everything that was asked must come to
/// an end.
public final class Simulation {
  private static final Duration TOLERATED = Duration.ofMinutes(5);
  private static final int DISPATCHES = 200;
  private static final int PLENTY = 230;
  private static final int FAULTS = 30;
  private static final int STEPS = 96;
  private static final int MOST_STEPS = 6_000;
  private static final int NIGHT = 24;
  private static final int SPELL = 16;
  private static final int IMPATIENT = 40;
  private static final int FLOOD = 12;
  private static final int AT_ONCE = 4;
  private static final int BUSY = 4;
  private static final int ROUNDS = 40;

  private final SplittableRandom random;
  private final World world;
  private final Coverage coverage = new Coverage();
  private final Network network;
  private final List<Office> offices = new ArrayList<>();
  private final Office liarsOffice;
  private final LyingPeer peer;
  private final List<TestNode> honest;
  private final Watch watch;
  private final Crashes crashes;
  private final Outstanding owed;
  private final Tales tales;
  private final Consumer<String> trace;
  private int step;

  /// A fresh world.
  ///
  /// @param cast keys and agreements, the same for all seeds
  /// @param trace is told every step
  public Simulation(Cast cast, long seed, Consumer<String> trace) throws ExchangeException {
    this.random = new SplittableRandom(seed);
    this.trace = trace;
    this.world = new World(cast, seed);
    this.network = new Network(random, coverage);
    TestNode victim = world.colombia();
    List<TestNode> partners = world.partners(victim);
    TestNode liar = partners.get(Math.floorMod(seed, 2));
    TestNode third = partners.get(2 + Math.floorMod(seed / 2, 2));
    this.honest = world.nodes().stream().filter(node -> node != liar).toList();
    this.watch = new Watch(world.nodes(), honest, coverage);
    this.owed = new Outstanding(world, honest, watch);
    for (TestNode node : honest) {
      offices.add(office(node, seed));
    }
    this.liarsOffice = office(liar, seed);
    this.crashes = new Crashes(world.nodes(), coverage, offices.getFirst().names(), seed);
    this.peer =
        new LyingPeer(
            liar,
            victim,
            third,
            new LyingPeer.Texts(world.main(victim, liar), world.main(victim, third)),
            random);
    this.tales = new Tales(peer, watch, coverage, world, seed);
    populate(third);
    beginWithDisclosures();
  }

  private Office office(TestNode node, long seed) {
    return new Office(new Desk(node, world.partners(node), world, watch, random), seed);
  }

  private void populate(TestNode third) throws ExchangeException {
    for (int i = 0; i < Desk.PEOPLE - Desk.UNKNOWN; i++) {
      for (TestNode holder : world.nodes()) {
        holder.core().holdings().put(holder.analyst(), Forms.suspect(People.any(i)));
      }
    }
    TestNode victim = world.colombia();
    third.core().holdings().protect(third.rights(), People.any(1));
    victim.core().holdings().protect(victim.rights(), People.any(0));
  }

  /// Honest nodes hold items of each other's, so that there is something to read and recall from
  /// the first step.
  private void beginWithDisclosures() throws ExchangeException {
    TestNode one = honest.getFirst();
    TestNode other = honest.get(1);
    Questions.asksAbout(one, other, 4);
    Questions.asksAbout(other, one, 5);
    for (int i = 0; i < 2; i++) {
      coverage.delivered(world.settle(this::leaves));
      for (Office office : offices) {
        Optional<Deed> waiting = office.waiting();
        if (waiting.isPresent()) {
          waiting.get().act().run();
        }
      }
    }
    coverage.delivered(world.settle(this::leaves));
    watch.look();
  }

  /// The nodes.
  public List<TestNode> nodes() {
    return world.nodes();
  }

  /// The step that is under way.
  public int at() {
    return step;
  }

  /// How much time has passed in this world.
  public Duration passed() {
    return Duration.between(Federation.START, world.time().now());
  }

  /// What was seen so far.
  public Coverage coverage() {
    return coverage;
  }

  /// Runs until enough was exchanged and enough went wrong, and then to the end.
  public Coverage run() throws ExchangeException {
    boolean enough = false;
    while (!enough && step < MOST_STEPS) {
      oneStep();
      enough =
          step >= STEPS
              && coverage.faultsInAll() >= FAULTS
              && coverage.dispatches() + owed.queued() >= PLENTY;
    }
    end();
    Check.that(
        Invariant.ENDS,
        enough && coverage.dispatches() >= DISPATCHES,
        () -> "too little was exchanged: " + coverage.dispatches());
    return coverage;
  }

  /// Lets that many things happen, looks after each, then ends.
  public Coverage run(int steps) throws ExchangeException {
    while (step < steps) {
      oneStep();
    }
    return end();
  }

  private Coverage end() throws ExchangeException {
    tellTheRest();
    heal();
    watch.lookAtTheEnd();
    requireEnds();
    return coverage;
  }

  /// Fair weather and storms take turns, so that conversations get far enough to be disturbed.
  private void oneStep() throws ExchangeException {
    step++;
    boolean storm = step / SPELL % 2 == 1;
    if (!storm) {
      calm();
    }
    if (step % NIGHT == 0) {
      night();
    }
    happen(storm);
    watch.look();
  }

  private void happen(boolean storm) throws ExchangeException {
    switch (random.nextInt(storm ? 42 : 32)) {
      case 0, 1, 2, 3, 4, 5, 6, 7, 8 -> work();
      case 9 -> work(liarsOffice);
      case 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 -> send();
      case 21, 22, 23, 24, 25, 26, 27, 28, 29, 30 -> arrive(storm);
      case 31 -> world.time().pass(Duration.ofSeconds(random.nextInt(400)));
      case 32, 33, 34 -> crashes.arm(any(), random);
      case 35 -> skew(any());
      case 36 -> crashes.breakDisk(honest.get(random.nextInt(honest.size())), random);
      case 37 -> misfortune();
      default -> tales.next().ifPresent(one -> act(peer.victim(), one.name(), one.act()));
    }
  }

  private void work() {
    for (int i = 0; i < BUSY; i++) {
      work(offices.get(random.nextInt(offices.size())));
      watch.look();
    }
  }

  private void work(Office office) {
    Deed deed = office.next();
    crashes.mayArm(office.node(), deed.name(), random);
    act(office.node(), deed.name(), deed.act());
  }

  private void calm() {
    for (TestNode node : world.nodes()) {
      node.guillotine().rest();
      node.clock().skew(Duration.ZERO);
    }
  }

  /// Hours in which nobody works and all clocks run: nodes look after what is due, and those that
  /// need each other's records ask for them.
  private void night() {
    network.clear();
    world.prepareRecords();
    for (int i = 0; i < 2; i++) {
      world.time().pass(Duration.ofMinutes(600 + random.nextInt(1_200)));
      for (TestNode node : world.nodes()) {
        act(node, "tick", () -> node.core().links().tick());
      }
    }
    for (World.Link link : world.links()) {
      act(link.one(), "learn a record", () -> World.learnRecord(link.one(), link.other()));
      act(link.other(), "learn a record", () -> World.learnRecord(link.other(), link.one()));
    }
  }

  private void send() {
    for (int i = 0; i < AT_ONCE; i++) {
      sendOne();
    }
  }

  /// One link on which something waits sends a batch.
  private void sendOne() {
    List<World.Link> links = world.links();
    int first = random.nextInt(2 * links.size());
    for (int i = 0; i < 2 * links.size(); i++) {
      int at = (first + i) % (2 * links.size());
      World.Link link = links.get(at / 2);
      TestNode from = at % 2 == 0 ? link.one() : link.other();
      TestNode to = link.partner(from);
      // A node mostly waits for the answer before it tries again.
      if (World.waits(from, to) && (!network.busy(from, to) || random.nextInt(IMPATIENT) == 0)) {
        act(from, "send", () -> send(from, to));
        return;
      }
    }
  }

  private void send(TestNode from, TestNode to) throws ExchangeException {
    Optional<Links.Outgoing> next = from.core().links().next(to.id());
    if (next.isPresent()) {
      peer.overhears(from, to, next.get().envelope());
      leaves(from, to, next.get());
      network.send(from, to, next.get(), world.time().now());
    }
  }

  private void leaves(TestNode from, TestNode to, Links.Outgoing batch) {
    if (honest.contains(from)) {
      watch.leaves(from, to, batch);
    }
  }

  private void arrive(boolean storm) {
    for (int i = 0; i < AT_ONCE; i++) {
      arriveOne(storm);
      watch.look();
    }
  }

  private void arriveOne(boolean storm) {
    Optional<Network.Flight> arrival = network.arrival(world.time().now(), storm);
    if (arrival.isEmpty()) {
      return;
    }
    Network.Flight flight = arrival.get();
    if (flight.carriesAnswer()) {
      Bytes answer = flight.answer().getFirst();
      act(
          flight.from(),
          "take an answer",
          () -> {
            flight.from().core().links().delivered(flight.batch(), answer);
            if (!Envelopes.accepts(answer)) {
              trace.accept(step + " the batch was refused: " + Liar.outcome(answer));
              return;
            }
            coverage.delivered(flight.batch().count());
            if (honest.contains(flight.from())) {
              watch.acknowledged(flight.from(), flight.to(), flight.batch());
            }
          });
      return;
    }
    act(
        flight.to(),
        "receive",
        () -> {
          Bytes envelope = flight.batch().envelope();
          Bytes ack = flight.to().core().links().receive(flight.from().id(), envelope);
          watch.requireDurable(flight.to(), flight.to().core().records().head().size());
          network.answer(flight, ack, world.time().now());
        });
  }

  private void skew(TestNode node) {
    int seconds = random.nextInt(2) == 0 ? random.nextInt(-700, 700) : random.nextInt(-290, 290);
    boolean far = Math.abs(seconds) > TOLERATED.toSeconds();
    coverage.was(far ? Fault.CLOCK_FAR_OFF : Fault.CLOCK_OFF);
    node.clock().skew(Duration.ofSeconds(seconds));
  }

  /// A link that is cut for hours, or a partner that asks without measure.
  private void misfortune() {
    if (random.nextBoolean()) {
      World.Link link = world.links().get(random.nextInt(world.links().size()));
      Instant until = world.time().now().plus(Duration.ofMinutes(random.nextInt(20, 600)));
      network.cut(link.one(), link.other(), until);
      return;
    }
    coverage.was(Fault.FLOODED);
    TestNode liar = peer.node();
    for (int i = 0; i < FLOOD; i++) {
      long person = random.nextInt(Desk.PEOPLE);
      act(liar, "ask", () -> Questions.asksAbout(liar, peer.victim(), person));
    }
  }

  /// Does it; a kill on the way is a crash and a restart, a refusal is an ordinary outcome.
  private void act(TestNode node, String name, Act act) {
    String outcome = crashes.run(node, name, act, random);
    trace.accept(step + " " + node.identity().state() + " " + name + ": " + outcome);
    crashes.refusal().ifPresent(watch::refused);
  }

  private TestNode any() {
    return world.nodes().get(random.nextInt(world.nodes().size()));
  }

  /// Every run hears every lie that there is something to tell about.
  private void tellTheRest() {
    calm();
    for (int i = 0; i < Lie.values().length; i++) {
      step++;
      tales.untold().ifPresent(one -> act(peer.victim(), one.name(), one.act()));
      watch.look();
    }
  }

  private void heal() throws ExchangeException {
    network.clear();
    calm();
    for (TestNode node : world.nodes()) {
      crashes.restart(node, random);
    }
    offices.add(liarsOffice);
    boolean waits = true;
    for (int round = 0; waits && round < ROUNDS; round++) {
      step++;
      world.time().pass(Duration.ofMinutes(15));
      world.prepareRecords();
      world.exchangeRecords();
      int moved = world.settle(this::leaves);
      coverage.delivered(moved);
      watch.look();
      trace.accept(step + " at the end " + moved + " delivered, waiting " + owed.left());
      waits = false;
      for (Office office : offices) {
        waits |= office.finish();
      }
      watch.look();
      waits |= !owed.left().isEmpty();
    }
  }

  /// Liveness: what was asked has ended, and nothing waits on any link.
  private void requireEnds() {
    List<String> left = owed.left();
    Check.that(Invariant.ENDS, left.isEmpty(), () -> Objects.toString(left));
  }
}
