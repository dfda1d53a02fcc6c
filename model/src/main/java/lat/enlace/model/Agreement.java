// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// How one feature of a candidate agrees with the probe, as it travels between nodes: four words,
/// never a value, never a score.
public enum Agreement implements Coded {
  /// The values agree.
  AGREES("agrees"),
  /// The values are close: a spelling, a part, a day beside a month.
  CLOSE("close"),
  /// The values differ. Never said of identifiers.
  DIFFERS("differs"),
  /// One side has no value, or does not say.
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
