// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Keys;
import lat.enlace.model.DispatchId;
import lat.enlace.testkit.exchange.MemoryStore;
import lat.enlace.testkit.exchange.TestNode;

/// Where every thing of every state machine was seen last, and how it moved.
final class Sightings {
  private static final String HELD_ALERT = "Heeding.HeldAlert.State";
  private static final Set<String> STANCES = Set.of("accepted", "flagged", "refused");
  private static final Set<String> OVER = Set.of("executed", "withdrawn", "expired");

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
        .ifPresent(row -> look(node, rows, touched.key(), row));
  }

  private void look(TestNode node, Machine.OfRows rows, String key, Bytes row) {
    Optional<String> state = rows.state(row, one -> tables.tells(rows.name(), one));
    if (state.isEmpty()) {
      return;
    }
    boolean over = rows.name().equals(HELD_ALERT) && OVER.contains(state.get());
    Check.that(
        Invariant.I7,
        !over || !Ledger.isPersonal(new String(row.toArray(), StandardCharsets.UTF_8)),
        () -> "alert " + key + " has ended and is still told");
    at(node, rows, key, state.get());
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
    } else if (machine.name().equals(HELD_ALERT) && STANCES.contains(state)) {
      DispatchId id = DispatchId.parse(Keys.last(key));
      Check.that(
          Invariant.I9,
          said.stances.getOrDefault(id, Set.of()).contains(state),
          () -> "alert " + id + " is " + state + " and no officer said so");
    } else if (machine.name().equals("Heeding.Found.State") && state.equals("reported")) {
      Check.that(
          Invariant.I9,
          said.reported.contains(DispatchId.parse(key)),
          () -> "hit " + key + " is reported and no second officer confirmed it");
    }
  }
}
