// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Keys;
import lat.enlace.model.DispatchId;
import lat.enlace.testkit.exchange.MemoryStore;
import lat.enlace.testkit.exchange.TestNode;

/// Where every thing of every state machine was seen last, and how it moved.
final class Sightings {
  private final StateTables tables = new StateTables();
  private final Set<Move> told = tables.moves();

  private final Map<String, String> states = new HashMap<>();
  private final Map<String, Long> days = new HashMap<>();
  private final List<Machine> machines = Families.machines();
  private final Coverage coverage;
  private final Said said;

  Sightings(Coverage coverage, Said said) {
    this.coverage = coverage;
    this.said = said;
  }

  /// Looks where what changed stands now.
  void look(TestNode node, Set<MemoryStore.Touched> touched) {
    for (Machine machine : machines) {
      switch (machine) {
        case Machine.OfRows rows ->
            touched.stream()
                .filter(row -> row.space() == rows.space() && row.key().startsWith(rows.prefix()))
                .forEach(row -> look(node, rows, row));
        case Machine.OfView view -> {
          boolean another = anotherDay(node);
          boolean changed = touched.stream().anyMatch(row -> row.space() == view.space());
          if (changed || another) {
            view.look().apply(node).forEach((id, state) -> at(node, view, id, state));
          }
        }
      }
    }
  }

  private boolean anotherDay(TestNode node) {
    long day = node.clock().now().getEpochSecond() / 86_400;
    Long before = days.put(node.id().value(), day);
    return before == null || before != day;
  }

  private void look(TestNode node, Machine.OfRows rows, MemoryStore.Touched touched) {
    node.store()
        .read(view -> view.get(touched.space(), touched.key()))
        .flatMap(row -> rows.state(row, state -> tables.tells(rows.name(), state)))
        .ifPresent(state -> at(node, rows, touched.key(), state));
  }

  private void at(TestNode node, Machine machine, String id, String state) {
    if (!tables.tells(machine.name(), state)) {
      return;
    }
    String before = states.put(node.id() + " " + machine.name() + " " + id, state);
    requirePeople(machine, id, state);
    if (before == null || before.equals(state)) {
      return;
    }
    Move move = new Move(machine.name(), before, state);
    Check.that(Invariant.MOVES, told.contains(move), () -> move + " is not told");
    coverage.moved(move);
  }

  /// I9: nothing gets past a person that a person did not let past.
  private void requirePeople(Machine machine, String key, String state) {
    if (machine.space() == Store.Space.ASKED && machine.name().equals("AskedQuestion.State")) {
      DispatchId id = DispatchId.parse(Keys.last(key));
      boolean past = state.equals("followed-up") || state.equals("disclosed");
      Check.that(
          Invariant.I9,
          !past || said.confirmed.contains(id),
          () -> "question " + id + " is " + state + " and no officer confirmed");
      boolean left = !Set.of("awaiting-authority", "declined", "refused-here").contains(state);
      Check.that(
          Invariant.I9,
          !left || !said.needingAuthority.contains(id) || said.authorised.contains(id),
          () -> "question " + id + " left and no authority signed");
    } else if (machine.name().equals("Holding.HeldQuestion.State") && state.equals("admitted")) {
      DispatchId id = DispatchId.parse(Keys.last(key));
      Check.that(
          Invariant.I9,
          said.admitted.contains(id),
          () -> "question " + id + " was let in by nobody");
    }
  }
}
