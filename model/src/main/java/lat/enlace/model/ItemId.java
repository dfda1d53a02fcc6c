// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.util.regex.Pattern;

/// An item of information that was disclosed, as its originator names it; recalls and readings
/// refer to it.
public record ItemId(String value) implements Comparable<ItemId> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]*");
  private static final int MAX_LENGTH = 128;

  /// Checks the form.
  public ItemId {
    Form.check(value, FORM, MAX_LENGTH, "item id");
  }

  @Override
  public int compareTo(ItemId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
