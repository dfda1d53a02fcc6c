// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import lat.enlace.model.Coded;

/// Why a number is not valid.
public enum Fault implements Coded {
  /// It is valid.
  NONE("ok"),
  /// Not a format known here.
  UNKNOWN_FORMAT("unknown-format"),
  /// Too short or too long.
  LENGTH("length"),
  /// A character that cannot stand where it stands.
  CHARACTERS("characters"),
  /// A part with a meaning (type, region, date) that has no such value.
  COMPONENT("component"),
  /// The check digit does not fit.
  CHECKSUM("checksum");

  private final String code;

  Fault(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
