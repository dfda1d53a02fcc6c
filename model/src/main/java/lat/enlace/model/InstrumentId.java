// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.util.regex.Pattern;

/// An agreement between states, for instance {@code co-ve-2026-cooperation}.
public record InstrumentId(String value) implements Comparable<InstrumentId> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int MAX_LENGTH = 80;

  /// Checks the form.
  public InstrumentId {
    Form.check(value, FORM, MAX_LENGTH, "instrument id");
  }

  @Override
  public int compareTo(InstrumentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
