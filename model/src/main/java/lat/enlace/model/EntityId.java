// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.util.regex.Pattern;

/// An entity in a holding or list, unique inside it. Not a national number.
public record EntityId(String value) implements Comparable<EntityId> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]*");
  private static final int MAX_LENGTH = 128;

  /// Checks the form.
  public EntityId {
    Form.check(value, FORM, MAX_LENGTH, "entity id");
  }

  @Override
  public int compareTo(EntityId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
