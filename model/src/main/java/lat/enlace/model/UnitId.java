// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.util.regex.Pattern;

/// A unit inside an agency, for instance {@code antinarcoticos-norte}.
public record UnitId(String value) implements Comparable<UnitId> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int MAX_LENGTH = 64;

  /// Checks the form.
  public UnitId {
    Form.check(value, FORM, MAX_LENGTH, "unit id");
  }

  @Override
  public int compareTo(UnitId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
