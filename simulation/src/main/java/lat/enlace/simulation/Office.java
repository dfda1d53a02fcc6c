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
  private final int weight;

  Office(Desk desk) {
    this.node = desk.node();
    this.random = desk.random();
    for (Family family : Families.ALL) {
      Worker worker = family.at(desk);
      workers.add(worker);
      deeds.addAll(worker.deeds());
    }
    this.weight = deeds.stream().mapToInt(Deed::weight).sum();
  }

  TestNode node() {
    return node;
  }

  List<String> names() {
    return deeds.stream().map(Deed::name).toList();
  }

  /// What comes next: every other time, what somebody waits for.
  Deed next() {
    if (random.nextBoolean()) {
      List<Deed> waits = workers.get(random.nextInt(workers.size())).waiting();
      if (!waits.isEmpty()) {
        return waits.get(random.nextInt(waits.size()));
      }
    }
    int at = random.nextInt(weight);
    for (Deed deed : deeds) {
      at -= deed.weight();
      if (at < 0) {
        return deed;
      }
    }
    throw new IllegalStateException("the weights add up");
  }

  /// Something that somebody waits for here.
  Optional<Deed> waiting() {
    List<Deed> all = new ArrayList<>();
    workers.forEach(worker -> all.addAll(worker.waiting()));
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
