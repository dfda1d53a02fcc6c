// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lat.enlace.model.DispatchKind;

/// What one or more runs have seen, so that a campaign can be asked whether it saw everything.
public final class Coverage {
  private final Set<DispatchKind> taken = EnumSet.noneOf(DispatchKind.class);
  private final Set<Lie> told = EnumSet.noneOf(Lie.class);
  private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
  private final Set<Move> moves = new TreeSet<>();
  private final Map<String, Gap> gaps = new TreeMap<>();
  private long steps;
  private long dispatches;
  private long lies;

  /// How often a gap between two calls to ports was passed, and how often a process ended there.
  private record Gap(long passed, long killed) {
    Gap plus(Gap other) {
      return new Gap(passed + other.passed, killed + other.killed);
    }
  }

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

  /// Everything that went wrong, lies with it.
  public long faultsInAll() {
    return lies + faults.values().stream().mapToLong(Integer::longValue).sum();
  }

  /// Moves of state machines.
  public Set<Move> moves() {
    return Set.copyOf(moves);
  }

  /// Steps after which every invariant was looked at.
  public long steps() {
    return steps;
  }

  /// Dispatches whose receipt their sender verified.
  public long dispatches() {
    return dispatches;
  }

  /// Gaps between two adjacent calls to ports, each within one thing a node is asked to do.
  public long gaps() {
    return gaps.size();
  }

  /// Those of them in which a process ended.
  public long gapsCrashed() {
    return gaps.values().stream().filter(gap -> gap.killed() > 0).count();
  }

  /// The gaps in which no process ended.
  public Set<String> gapsLeft() {
    Set<String> left = new TreeSet<>();
    gaps.forEach((name, gap) -> {
      if (gap.killed() == 0) {
        left.add(name);
      }
    });
    return left;
  }

  /// Adds what another run has seen.
  public void add(Coverage other) {
    taken.addAll(other.taken);
    told.addAll(other.told);
    moves.addAll(other.moves);
    other.faults.forEach((fault, times) -> faults.merge(fault, times, Integer::sum));
    other.gaps.forEach((name, gap) -> gaps.merge(name, gap, Gap::plus));
    steps += other.steps;
    dispatches += other.dispatches;
    lies += other.lies;
  }

  void took(DispatchKind kind) {
    taken.add(kind);
  }

  void was(Lie lie) {
    told.add(lie);
    lies++;
  }

  void was(Fault fault) {
    faults.merge(fault, 1, Integer::sum);
  }

  boolean hasMoved(Move move) {
    return moves.contains(move);
  }

  void moved(Move move) {
    moves.add(move);
  }

  void passed(String gap, boolean killed) {
    gaps.merge(gap, new Gap(1, killed ? 1 : 0), Gap::plus);
  }

  void delivered(int count) {
    dispatches += count;
  }

  void looked() {
    steps++;
  }
}
