// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.util.regex.Pattern;

/// A state or territory with a node of its own: ISO 3166-1 alpha-2, for instance {@code CO}, {@code
/// GF}.
public record StateCode(String value) implements Comparable<StateCode> {
  private static final Pattern FORM = Pattern.compile("[A-Z]{2}");
  private static final int MAX_LENGTH = 2;

  /// Checks the form.
  public StateCode {
    Form.check(value, FORM, MAX_LENGTH, "state code");
  }

  @Override
  public int compareTo(StateCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
