// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching;

import lat.enlace.model.Coded;

/// The band of a candidate.
public enum Strength implements Coded {
  /// Reaches the threshold on a name alone, or with little else.
  WEAK("weak"),
  /// A second, independent feature agrees: a birth date or an identifier. Never given for a name
  /// alone.
  STRONG("strong");

  private final String code;

  Strength(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
