// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// What two values of one feature say of each other: the only four words that a comparison uses and
/// that a hit profile between nodes may carry (docs/spec/matching.md, "Hit profile").
public enum Agreement implements Coded {
  /// The values say the same.
  AGREES("agrees"),
  /// The values differ as slips, spellings or partial knowledge make them differ.
  CLOSE("close"),
  /// The values contradict each other. Never said of identifiers.
  DIFFERS("differs"),
  /// One side has no value, none that can be read, or does not say.
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
