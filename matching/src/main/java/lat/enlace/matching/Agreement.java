// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching;

import lat.enlace.model.Coded;

/// What two values of one feature say of each other, in the only four words a hit profile between
/// nodes may use (docs/spec/matching.md, "Hit profile").
public enum Agreement implements Coded {
  /// The values say the same.
  AGREES("agrees"),
  /// The values differ as slips, spellings or partial knowledge make them differ.
  CLOSE("close"),
  /// The values contradict each other.
  DIFFERS("differs"),
  /// One side has no value, or none that can be read.
  NOT_COMPARED("not-compared");

  private final String code;

  Agreement(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
