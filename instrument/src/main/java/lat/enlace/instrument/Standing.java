// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.time.LocalDate;
import java.util.Set;
import lat.enlace.model.Coded;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.StateCode;

/// How an instrument stands between two parties, as one node sees it on one day: a state and the
/// level that is left. Finite, so that decisions can be proved over it.
///
/// @param level what is open; {@link ConfidenceLevel#FLOOR} unless the state leaves more open
public record Standing(State state, ConfidenceLevel level) {
  /// The states, the gravest first.
  public enum State implements Coded {
    /// Ended, or a party withdrew.
    ENDED("ended"),
    /// Not yet binding.
    NOT_YET_IN_FORCE("not-yet-in-force"),
    /// A mandate is contested or frozen, as this node sees it.
    MANDATE_CONTESTED("mandate-contested"),
    /// Suspended by one of the two, or by both.
    SUSPENDED("suspended"),
    /// The review day has passed: only what the instrument leaves open.
    REVIEW_OVERDUE("review-overdue"),
    /// In force, at a level lower than the instrument's.
    LOWERED("lowered"),
    /// In force.
    IN_FORCE("in-force");

    private final String code;

    State(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }

    /// True if more than the floor can be open.
    public boolean opensMoreThanFloor() {
      return switch (this) {
        case ENDED, NOT_YET_IN_FORCE, MANDATE_CONTESTED, SUSPENDED -> false;
        case REVIEW_OVERDUE, LOWERED, IN_FORCE -> true;
      };
    }
  }

  /// Lowers the level to the floor where the state demands it.
  public Standing {
    if (!state.opensMoreThanFloor()) {
      level = ConfidenceLevel.FLOOR;
    }
  }

  /// How {@code instrument} stands on {@code day}.
  ///
  /// @param relation what the two parties said of it since
  /// @param disputed the states whose mandate this node holds for contested or frozen
  public static Standing of(
      Instrument instrument, Relation relation, Set<StateCode> disputed, LocalDate day) {
    Lifetime lifetime = instrument.lifetime();
    if (relation.ended()
        || lifetime.entryIntoForce().end().filter(end -> !day.isBefore(end)).isPresent()) {
      return new Standing(State.ENDED, ConfidenceLevel.FLOOR);
    }
    if (day.isBefore(lifetime.entryIntoForce().on())) {
      return new Standing(State.NOT_YET_IN_FORCE, ConfidenceLevel.FLOOR);
    }
    if (relation.parties().stream().anyMatch(disputed::contains)) {
      return new Standing(State.MANDATE_CONTESTED, ConfidenceLevel.FLOOR);
    }
    if (!relation.suspendedBy().isEmpty()) {
      return new Standing(State.SUSPENDED, ConfidenceLevel.FLOOR);
    }
    if (day.isAfter(lifetime.review().by())) {
      return new Standing(
          State.REVIEW_OVERDUE, lower(relation.level(), lifetime.review().afterwards()));
    }
    boolean lowered = !relation.level().reaches(lifetime.confidence().initial());
    return new Standing(lowered ? State.LOWERED : State.IN_FORCE, relation.level());
  }

  /// How `instrument` stands on `day` between two states that have said nothing since they signed;
  /// between others than two of its parties nothing is in force.
  public static Standing asSigned(
      Instrument instrument, StateCode one, StateCode other, LocalDate day) {
    boolean parties =
        !one.equals(other)
            && instrument.party(one).isPresent()
            && instrument.party(other).isPresent();
    return parties
        ? of(
            instrument,
            Relation.initial(instrument, one, other),
            instrument.disputedMandates(),
            day)
        : new Standing(State.NOT_YET_IN_FORCE, ConfidenceLevel.FLOOR);
  }

  static ConfidenceLevel lower(ConfidenceLevel one, ConfidenceLevel other) {
    return one.reaches(other) ? other : one;
  }
}
