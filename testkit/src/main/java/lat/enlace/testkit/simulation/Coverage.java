// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.simulation;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.model.DispatchKind;

/// What one or more runs have seen, so that a campaign can be asked whether it saw everything.
public final class Coverage {
  private final Set<DispatchKind> taken = EnumSet.noneOf(DispatchKind.class);
  private final Set<Lie> told = EnumSet.noneOf(Lie.class);
  private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
  private final Set<AskedQuestion.State> states = EnumSet.noneOf(AskedQuestion.State.class);
  private final Set<Move> moves = new LinkedHashSet<>();
  private int steps;

  /// A question that was in one state after a step and in another after a later one.
  public record Move(AskedQuestion.State from, AskedQuestion.State to) {}

  /// Kinds that an honest node took in from an honest node.
  public Set<DispatchKind> taken() {
    return Set.copyOf(taken);
  }

  /// Lies that an honest node was told.
  public Set<Lie> told() {
    return Set.copyOf(told);
  }

  /// Faults, and how often.
  public Map<Fault, Integer> faults() {
    return Map.copyOf(faults);
  }

  /// States in which a question was found after a step.
  public Set<AskedQuestion.State> states() {
    return Set.copyOf(states);
  }

  /// Moves of questions from one state to another.
  public Set<Move> moves() {
    return Set.copyOf(moves);
  }

  /// Steps after which every invariant was looked at.
  public int steps() {
    return steps;
  }

  /// Adds what another run has seen.
  public void add(Coverage other) {
    taken.addAll(other.taken);
    told.addAll(other.told);
    states.addAll(other.states);
    moves.addAll(other.moves);
    other.faults.forEach((fault, times) -> faults.merge(fault, times, Integer::sum));
    steps += other.steps;
  }

  void took(DispatchKind kind) {
    taken.add(kind);
  }

  void was(Lie lie) {
    told.add(lie);
  }

  void was(Fault fault) {
    faults.merge(fault, 1, Integer::sum);
  }

  void saw(AskedQuestion.State state) {
    states.add(state);
  }

  void moved(AskedQuestion.State from, AskedQuestion.State to) {
    moves.add(new Move(from, to));
  }

  void looked() {
    steps++;
  }
}
