// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.util.regex.Pattern;

/// An offence in the International Classification of Crime for Statistical Purposes (UNODC ICCS,
/// 2015), digits only, for instance {@code 0601}.
public record OffenceCode(String value) implements Comparable<OffenceCode> {
  private static final Pattern FORM = Pattern.compile("[0-9]{2,6}");
  private static final int MAX_LENGTH = 6;

  /// Checks the form.
  public OffenceCode {
    Form.check(value, FORM, MAX_LENGTH, "ICCS offence code");
  }

  @Override
  public int compareTo(OffenceCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
