// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching;

import lat.enlace.model.Coded;

/// The features that are compared. Codes stand in hit profiles, explanations and the command line.
public enum ComparedFeature implements Coded {
  /// Names and aliases.
  NAME("name"),
  /// Birth dates, whole or partial.
  BIRTH_DATE("birth-date"),
  /// Nationality, citizenship, country, jurisdiction or flag.
  COUNTRY("country"),
  /// Gender as recorded.
  GENDER("gender"),
  /// Numbers of documents, registers, devices, accounts, plates.
  IDENTIFIER("identifier");

  private final String code;

  ComparedFeature(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
