// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.clock;

import java.time.Instant;
import java.util.List;
import lat.enlace.model.Coded;

/// A time in which a clock stands still.
///
/// @param until when it ran on: none while it still stands, or one
public record Pause(Reason reason, Instant from, List<Instant> until) {
  /// Why (domain rules F8: no others).
  public enum Reason implements Coded {
    /// The side that owes asked what is meant.
    CLARIFICATION("clarification"),
    /// An authority of the side that owes must allow it first.
    AUTHORISATION("authorisation");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /// Checks that it does not end before it begins.
  public Pause {
    until = List.copyOf(until);
    if (until.size() > 1 || until.stream().anyMatch(end -> end.isBefore(from))) {
      throw new IllegalArgumentException("a pause ends once, and not before it begins");
    }
  }

  /// One that still lasts.
  public static Pause open(Reason reason, Instant from) {
    return new Pause(reason, from, List.of());
  }

  /// The same, ended.
  public Pause ended(Instant end) {
    return new Pause(reason, from, List.of(end));
  }

  /// True while it lasts.
  public boolean lasts() {
    return until.isEmpty();
  }
}
