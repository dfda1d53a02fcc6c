// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.util.regex.Pattern;

/// One matter that a state pursues with others, whatever it asks whom through which channel: the
/// same request keeps it when it also goes to another partner or by another channel. Says nothing
/// of the person.
public record EnquiryId(String value) implements Comparable<EnquiryId> {
  private static final Pattern FORM = Pattern.compile("[A-Z]{2}-[0-9a-f]{16,32}");
  private static final int MAX_LENGTH = 35;

  /// Checks the form.
  public EnquiryId {
    Form.check(value, FORM, MAX_LENGTH, "enquiry id");
  }

  @Override
  public int compareTo(EnquiryId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
