// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.regex.Pattern;

/// An authority inside an instrument, for instance {@code co-fiscalia}.
public record AuthorityId(String value) implements Comparable<AuthorityId> {
  private static final Pattern FORM = Pattern.compile("[a-z]{2}(-[a-z0-9]+)+");
  private static final int MAX_LENGTH = 64;

  /// Checks the form.
  public AuthorityId {
    if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an authority id");
    }
  }

  @Override
  public int compareTo(AuthorityId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
