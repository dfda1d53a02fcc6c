// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.StateCode;

/// How two parties stand by what they have said about one instrument: lowered and suspended by
/// either alone, raised one step when both have said so. {@link Dialogue} finds it from their
/// words.
///
/// @param parties exactly two
/// @param level the level both have agreed; the floor while anyone suspends
/// @param offers the level each would go up to
/// @param ended true once either has withdrawn
public record Relation(
    Set<StateCode> parties,
    Set<StateCode> suspendedBy,
    ConfidenceLevel level,
    Map<StateCode, ConfidenceLevel> offers,
    boolean ended) {
  /// Copies and checks that two states are meant.
  public Relation {
    parties = Set.copyOf(parties);
    suspendedBy = Set.copyOf(suspendedBy);
    offers = Map.copyOf(offers);
    if (parties.size() != 2 || !parties.containsAll(suspendedBy)) {
      throw new IllegalArgumentException("a relation is between two states");
    }
  }

  /// How two parties stand when {@code instrument} enters into force.
  public static Relation initial(Instrument instrument, StateCode one, StateCode other) {
    return new Relation(
        Set.of(one, other),
        Set.of(),
        instrument.lifetime().confidence().initial(),
        Map.of(),
        false);
  }

  /// {@code by} suspends, alone and at once. Former offers are void.
  public Relation suspended(StateCode by) {
    check(by);
    Set<StateCode> all = new HashSet<>(suspendedBy);
    all.add(by);
    return new Relation(parties, all, ConfidenceLevel.FLOOR, Map.of(), ended);
  }

  /// {@code by} takes its suspension back and would go up to {@code offered}. The level moves when
  /// the other side says so too.
  public Relation resumed(StateCode by, ConfidenceLevel offered, Lifetime lifetime) {
    return tookBack(by).raised(by, offered, lifetime);
  }

  /// {@code by} takes its suspension back and offers nothing.
  Relation tookBack(StateCode by) {
    check(by);
    Set<StateCode> left = new HashSet<>(suspendedBy);
    left.remove(by);
    return new Relation(parties, left, level, offers, ended);
  }

  /// {@code by} lowers, alone and at once; it never raises. Former offers are void.
  public Relation lowered(StateCode by, ConfidenceLevel to) {
    check(by);
    return new Relation(parties, suspendedBy, Standing.lower(level, to), Map.of(), ended);
  }

  /// {@code by} would go up to {@code offered}. Once both have offered more than the present level,
  /// it rises: by one step at most, from the floor at most to where the instrument resumes, never
  /// beyond its ceiling. Then the offers are spent.
  public Relation raised(StateCode by, ConfidenceLevel offered, Lifetime lifetime) {
    check(by);
    Map<StateCode, ConfidenceLevel> all = new HashMap<>(offers);
    all.put(by, offered);
    ConfidenceLevel agreed = step(lifetime);
    for (StateCode party : parties) {
      agreed = Standing.lower(agreed, all.getOrDefault(party, ConfidenceLevel.FLOOR));
    }
    boolean rises = suspendedBy.isEmpty() && !ended && !level.reaches(agreed);
    return rises
        ? new Relation(parties, suspendedBy, agreed, Map.of(), ended)
        : new Relation(parties, suspendedBy, level, all, ended);
  }

  /// The highest level that one agreement of both can reach from here.
  private ConfidenceLevel step(Lifetime lifetime) {
    ConfidenceLevel next =
        level == ConfidenceLevel.FLOOR ? lifetime.suspension().resumeAt() : level.next();
    return Standing.lower(next, lifetime.confidence().ceiling());
  }

  /// {@code by} withdraws from the instrument. There is no way back but a new instrument.
  public Relation withdrawn(StateCode by) {
    check(by);
    return new Relation(parties, suspendedBy, ConfidenceLevel.FLOOR, Map.of(), true);
  }

  private void check(StateCode by) {
    if (!parties.contains(by)) {
      throw new IllegalArgumentException("only the two parties change their relation");
    }
  }
}
