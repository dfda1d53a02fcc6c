// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.time.LocalDate;
import lat.enlace.model.Coded;
import lat.enlace.model.StateCode;

/// Who speaks for a state, by what act, since when.
///
/// The status is what the parties wrote when they signed. Later each node judges alone whom it
/// recognises and passes that to {@link Standing}.
public record Mandate(StateCode state, String holder, String act, LocalDate since, Status status) {
  /// How a mandate stands.
  public enum Status implements Coded {
    /// Undisputed.
    VALID("valid"),
    /// Someone else claims it too: nothing new is permitted.
    CONTESTED("contested"),
    /// Held by nobody for now: nothing new is permitted.
    FROZEN("frozen"),
    /// Passed to the holder of a later mandate.
    SUCCEEDED("succeeded");

    private final String code;

    Status(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }
}
