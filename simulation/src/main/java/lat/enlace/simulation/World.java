// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.port.Store;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.model.InstrumentId;
import lat.enlace.testkit.exchange.Federation;
import lat.enlace.testkit.exchange.SimulatedClock;
import lat.enlace.testkit.exchange.TestNode;

/// Five whole nodes in one thread. Colombia has an agreement with each of the others; Brazil and
/// Peru have one too.
final class World {
  /// What the id of an agreement ends in that begins and ends during the run.
  static final String YOUNG = "-2026-young";

  private static final Duration RECORD_TERM = Duration.ofDays(365);
  private static final int ROUNDS = 60;

  private final Cast cast;
  private final SimulatedClock.World time = new SimulatedClock.World(Federation.START);
  private final List<TestNode> nodes = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();

  /// Two nodes with an agreement.
  record Link(TestNode one, TestNode other, Cast.Pair signed) {
    boolean binds(TestNode node) {
      return one == node || other == node;
    }

    TestNode partner(TestNode node) {
      return one == node ? other : one;
    }
  }

  World(Cast cast, long seed) throws ExchangeException {
    this.cast = cast;
    for (String state : Cast.STATES) {
      TestNode node = new TestNode(TestNode.identity(state), cast.keys(state), time, seed);
      node.open();
      nodes.add(node);
    }
    for (Cast.Pair pair : cast.pairs()) {
      join(new Link(node(pair.one()), node(pair.other()), pair));
    }
  }

  private TestNode node(String state) {
    return nodes.get(Cast.STATES.indexOf(state));
  }

  /// The ceremony: each adopts what both signed and the node records of both.
  private void join(Link link) throws ExchangeException {
    links.add(link);
    for (TestNode node : List.of(link.one(), link.other())) {
      node.core().standings().adopt(node.operator(), link.signed().main().getFirst());
      node.core().standings().adopt(node.operator(), link.signed().young().getFirst());
      for (TestNode known : List.of(link.one(), link.other())) {
        if (node != known || node.core().links().endpoint(node.id()).isEmpty()) {
          Instant issued = Federation.START.minus(Duration.ofHours(1));
          Bytes note = known.keys().nodeRecord(1, issued, Federation.START.plus(RECORD_TERM));
          node.core()
              .standings()
              .adoptNodeRecord(
                  node.operator(),
                  new String(note.toArray(), java.nio.charset.StandardCharsets.UTF_8));
        }
      }
    }
  }

  static boolean isYoung(InstrumentId id) {
    return id.value().endsWith(YOUNG);
  }

  List<TestNode> nodes() {
    return List.copyOf(nodes);
  }

  TestNode colombia() {
    return nodes.getFirst();
  }

  List<Link> links() {
    return List.copyOf(links);
  }

  SimulatedClock.World time() {
    return time;
  }

  Cast cast() {
    return cast;
  }

  List<TestNode> partners(TestNode node) {
    return links.stream().filter(link -> link.binds(node)).map(link -> link.partner(node)).toList();
  }

  /// The text that {@code one} and {@code other} exchange under at first.
  SignedInstrument main(TestNode one, TestNode other) {
    return links.stream()
        .filter(link -> link.binds(one) && link.partner(one) == other)
        .findFirst()
        .orElseThrow()
        .signed()
        .main()
        .getFirst();
  }

  /// The prosecutors' offices that the texts of this node name for its own state.
  List<String> prosecutors(TestNode node) {
    String prefix = node.identity().state().value().toLowerCase(java.util.Locale.ROOT) + "-";
    return links.stream()
        .filter(link -> link.binds(node))
        .flatMap(link -> link.signed().main().getFirst().instrument().authorities().stream())
        .filter(authority -> authority.role() == AuthorityRole.PROSECUTOR)
        .map(authority -> authority.id().value())
        .filter(id -> id.startsWith(prefix))
        .distinct()
        .toList();
  }

  /// Root keys sign the next record of each node a few days before it is in force.
  void prepareRecords() {
    for (TestNode node : nodes) {
      node.keys().prepareNext(Federation.START, time.now(), Federation.START.plus(RECORD_TERM));
    }
  }

  /// Texts that this node could adopt in place of older ones.
  List<SignedInstrument> newer(TestNode node) {
    List<SignedInstrument> all = new ArrayList<>();
    for (Link link : links) {
      if (link.binds(node)) {
        newer(node, link.signed().main().getLast()).ifPresent(all::add);
        newer(node, link.signed().young().getLast()).ifPresent(all::add);
      }
    }
    return all;
  }

  private static Optional<SignedInstrument> newer(TestNode node, SignedInstrument last) {
    boolean adopted =
        node.core()
            .standings()
            .text(last.instrument().id())
            .filter(known -> known.text().hash().equals(last.text().hash()))
            .isPresent();
    return adopted ? Optional.empty() : Optional.of(last);
  }

  /// Whoever needs the record of a partner asks for it, as the node does beside the links.
  void exchangeRecords() throws ExchangeException {
    for (Link link : links) {
      learnRecord(link.one(), link.other());
      learnRecord(link.other(), link.one());
    }
  }

  static void learnRecord(TestNode by, TestNode of) throws ExchangeException {
    if (by.running() && of.running() && by.core().links().wantsRecord(of.id())) {
      Optional<Bytes> note = of.core().links().ownRecord();
      if (note.isPresent()) {
        by.core().links().learnRecord(of.id(), note.get());
      }
    }
  }

  /// True if something in the outbox of {@code from} is for {@code to}.
  static boolean waits(TestNode from, TestNode to) {
    return !from.store()
        .read(view -> view.scan(Store.Space.OUTBOX, to.id() + " ", "", 1))
        .isEmpty();
  }

  /// Delivers what waits between any two nodes until nothing moves.
  ///
  /// @param door is shown everything before it leaves
  /// @return how many dispatches were acknowledged
  int settle(Leaving door) throws ExchangeException {
    int delivered = 0;
    for (int round = 0; round < ROUNDS; round++) {
      int moved = 0;
      for (Link link : links) {
        moved += deliver(link.one(), link.other(), door);
        moved += deliver(link.other(), link.one(), door);
      }
      if (moved == 0) {
        return delivered;
      }
      delivered += moved;
    }
    throw new Violation(Invariant.ENDS, "the links do not come to rest");
  }

  /// Looks at what leaves a node.
  @FunctionalInterface
  interface Leaving {
    void look(TestNode from, TestNode to, Links.Outgoing batch);
  }

  private static int deliver(TestNode from, TestNode to, Leaving door) throws ExchangeException {
    Optional<Links.Outgoing> outgoing = from.core().links().next(to.id());
    if (outgoing.isEmpty()) {
      return 0;
    }
    door.look(from, to, outgoing.get());
    Bytes ack = to.core().links().receive(from.id(), outgoing.get().envelope());
    from.core().links().delivered(outgoing.get(), ack);
    return outgoing.get().count();
  }
}
