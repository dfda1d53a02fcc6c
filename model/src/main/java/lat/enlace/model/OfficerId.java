// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.util.regex.Pattern;

/// An officer account of this node. Never leaves the node: partners see an {@link
/// OfficerPseudonym}.
public record OfficerId(String value) implements Comparable<OfficerId> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]*");
  private static final int MAX_LENGTH = 64;

  /// Checks the form.
  public OfficerId {
    Form.check(value, FORM, MAX_LENGTH, "officer id");
  }

  @Override
  public int compareTo(OfficerId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
