// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links;
import lat.enlace.ledger.EntryType;
import lat.enlace.testkit.exchange.TestNode;

/// Has the liar tell one lie after the other, and looks at what each of them meets.
final class Tales {
  private static final int RUNS_TO_TELL_ALL = 8;

  private final LyingPeer peer;
  private final Watch watch;
  private final Coverage coverage;
  private final World world;
  private final List<Lie> lies;
  private int toldSoFar;

  Tales(LyingPeer peer, Watch watch, Coverage coverage, World world, long seed) {
    this.peer = peer;
    this.watch = watch;
    this.coverage = coverage;
    this.world = world;
    this.lies = lies(seed);
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

  /// The next lie, if there is already something that it could be about.
  Optional<Deed> next() {
    return deed(lies.get(toldSoFar++ % lies.size()));
  }

  /// The next that was not told in this run, if there is one and something that it could be about.
  Optional<Deed> untold() {
    for (int i = 0; i < lies.size(); i++) {
      Lie lie = lies.get(toldSoFar++ % lies.size());
      if (!coverage.told().contains(lie)) {
        return deed(lie);
      }
    }
    return Optional.empty();
  }

  private Optional<Deed> deed(Lie lie) {
    if (!peer.canTell(lie)) {
      return Optional.empty();
    }
    TestNode victim = peer.victim();
    peer.agreesOnTheTime(Duration.between(world.time().now(), victim.clock().now()));
    return Optional.of(
        lie.level() == Lie.Level.ACK
            ? new Deed("take an answer", 1, () -> answer(lie))
            : new Deed("receive", 1, () -> tell(lie)));
  }

  private void answer(Lie lie) throws ExchangeException {
    TestNode victim = peer.victim();
    Optional<Links.Outgoing> next = victim.core().links().next(peer.node().id());
    if (next.isPresent()) {
      watch.leaves(victim, peer.node(), next.get());
      requireMet(lie, peer.answer(lie, next.get()));
    }
  }

  /// I11: what is turned away is turned away for what it is, and is an entry; I4: what is taken in
  /// and asks for what may not be asked is refused.
  private void tell(Lie lie) throws ExchangeException {
    Ledger ledger = watch.ledger(peer.victim());
    ledger.look();
    long before = ledger.count(EntryType.DECISION);
    String outcome = peer.tell(lie);
    requireMet(lie, outcome);
    ledger.look();
    if (lie.level() == Lie.Level.DISPATCH && outcome.equals(lie.code()) && !taken(outcome)) {
      Check.that(
          Invariant.I11,
          ledger.count(EntryType.DECISION) > before,
          () -> lie + " was refused and not entered");
    }
    if (lie.isUnlawful() && taken(outcome)) {
      Check.that(
          Invariant.I4,
          ledger.outcomes(peer.lastId()).stream().noneMatch(one -> one.equals("permit")),
          () -> lie + " was permitted");
    }
  }

  private static boolean taken(String outcome) {
    return outcome.equals("accepted");
  }

  private void requireMet(Lie lie, String outcome) {
    Check.that(lie.invariant(), lie.mayMeet(outcome), () -> lie + " met " + outcome);
    coverage.was(lie);
  }
}
