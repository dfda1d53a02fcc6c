// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.testkit.exchange.TestNode;

/// The officers of one node, who do at random what officers do.
final class Office {
  private final TestNode node;
  private final SplittableRandom random;
  private final List<Worker> workers = new ArrayList<>();
  private final List<Deed> deeds = new ArrayList<>();
  private final List<Deed> focus;
  private final Watch watch;

  /// @param seed each seed has one family of which there is more than of others
  Office(Desk desk, long seed) {
    this.node = desk.node();
    this.random = desk.random();
    this.watch = desk.watch();
    for (Family family : Families.ALL) {
      Worker worker = family.at(desk);
      workers.add(worker);
      deeds.addAll(worker.deeds());
    }
    List<Worker> busy = workers.stream().filter(worker -> !worker.deeds().isEmpty()).toList();
    this.focus = busy.get(Math.floorMod(seed, busy.size())).deeds();
  }

  TestNode node() {
    return node;
  }

  List<String> names() {
    return deeds.stream().map(Deed::name).toList();
  }

  /// What comes next: every other time what somebody waits for, and of that rather what leads where
  /// this run has not been.
  Deed next() {
    if (random.nextBoolean()) {
      List<Deed> waits = waits();
      List<Deed> rare =
          waits.stream().filter(deed -> deed.leads().stream().anyMatch(watch::isNew)).toList();
      List<Deed> some = rare.isEmpty() || random.nextInt(3) == 0 ? waits : rare;
      if (!some.isEmpty()) {
        return some.get(random.nextInt(some.size()));
      }
    }
    return random.nextInt(3) == 0 ? one(focus) : one(deeds);
  }

  private Deed one(List<Deed> some) {
    int at = random.nextInt(some.stream().mapToInt(Deed::weight).sum());
    for (Deed deed : some) {
      at -= deed.weight();
      if (at < 0) {
        return deed;
      }
    }
    throw new IllegalStateException("the weights add up");
  }

  private List<Deed> waits() {
    List<Deed> all = new ArrayList<>();
    workers.forEach(worker -> all.addAll(worker.waiting()));
    return all;
  }

  /// Something that somebody waits for here.
  Optional<Deed> waiting() {
    List<Deed> all = waits();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  /// Does all that waits for a person here, once nothing goes wrong any more.
  ///
  /// @return whether anything waited
  boolean finish() throws ExchangeException {
    boolean waited = false;
    for (Worker worker : workers) {
      waited |= worker.finish();
    }
    node.core().links().tick();
    return waited;
  }
}
