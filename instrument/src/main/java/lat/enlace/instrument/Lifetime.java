// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import lat.enlace.model.ClauseId;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.StateCode;
import org.jspecify.annotations.Nullable;

/// When an instrument binds, and what changes that.
public record Lifetime(
    EntryIntoForce entryIntoForce,
    Review review,
    Confidence confidence,
    Suspension suspension,
    AccessionRule accession) {
  /// The days on which the instrument binds.
  ///
  /// @param until the first day on which it no longer binds; absent if it has no end
  public record EntryIntoForce(ClauseId clause, LocalDate on, @Nullable LocalDate until) {
    /// Checks the order.
    public EntryIntoForce {
      if (until != null && !until.isAfter(on)) {
        throw new IllegalArgumentException("an instrument ends after it enters into force");
      }
    }

    /// The first day on which it no longer binds.
    public Optional<LocalDate> end() {
      return Optional.ofNullable(until);
    }
  }

  /// The day by which the parties look at the instrument again.
  ///
  /// @param afterwards the highest level once that day has passed without a review
  public record Review(ClauseId clause, LocalDate by, ConfidenceLevel afterwards) {}

  /// How far the parties trust each other.
  ///
  /// @param initial the level at entry into force
  /// @param ceiling the level beyond which this instrument cannot be raised
  public record Confidence(ClauseId clause, ConfidenceLevel initial, ConfidenceLevel ceiling) {}

  /// Any party can suspend alone and at once: that is built in. The instrument says how it resumes.
  ///
  /// @param resumeAt the highest level right after a suspension
  public record Suspension(ClauseId clause, ConfidenceLevel resumeAt) {}

  /// Who may join later.
  ///
  /// @param open the states that may join; empty if nobody may
  /// @param acceptedByAll true if every party must sign an accession, false if the joiner's
  ///   signature is enough
  public record AccessionRule(ClauseId clause, Set<StateCode> open, boolean acceptedByAll) {
    /// Copies.
    public AccessionRule {
      open = Set.copyOf(open);
    }
  }
}
