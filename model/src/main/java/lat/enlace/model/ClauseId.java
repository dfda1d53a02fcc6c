// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.util.regex.Pattern;

/// A clause of an instrument as it is cited in decisions, for instance {@code art-4.2}.
public record ClauseId(String value) implements Comparable<ClauseId> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
  private static final int MAX_LENGTH = 40;

  /// Checks the form.
  public ClauseId {
    Form.check(value, FORM, MAX_LENGTH, "clause id");
  }

  @Override
  public int compareTo(ClauseId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
