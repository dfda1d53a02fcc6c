// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.util.regex.Pattern;

/// An agency inside a state, prefixed with the state, for instance {@code co-policia}.
public record AgencyId(String value) implements Comparable<AgencyId> {
  private static final Pattern FORM = Pattern.compile("[a-z]{2}(-[a-z0-9]+)+");
  private static final int MAX_LENGTH = 64;

  /// Checks the form.
  public AgencyId {
    Form.check(value, FORM, MAX_LENGTH, "agency id");
  }

  @Override
  public int compareTo(AgencyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
