// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.util.regex.Pattern;

/// The national case a dispatch rests on, for instance {@code 2026-CO-1180}. Holds no name.
public record CaseReference(String value) implements Comparable<CaseReference> {
  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9._/-]*");
  private static final int MAX_LENGTH = 64;

  /// Checks the form.
  public CaseReference {
    Form.check(value, FORM, MAX_LENGTH, "case reference");
  }

  @Override
  public int compareTo(CaseReference other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
