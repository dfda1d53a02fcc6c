// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.util.regex.Pattern;

/// An officer as one partner sees him: stable for that partner, unlinkable between partners; only
/// the rights officer of the reading state opens it.
public record OfficerPseudonym(String value) implements Comparable<OfficerPseudonym> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{16,64}");
  private static final int MAX_LENGTH = 64;

  /// Checks the form.
  public OfficerPseudonym {
    Form.check(value, FORM, MAX_LENGTH, "pseudonym");
  }

  @Override
  public int compareTo(OfficerPseudonym other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
