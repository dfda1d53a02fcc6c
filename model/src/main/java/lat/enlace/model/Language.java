// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// Languages of the nodes (ISO 639-1).
public enum Language implements Coded {
  /// Spanish.
  ES("es"),
  /// Portuguese.
  PT("pt"),
  /// English.
  EN("en"),
  /// French.
  FR("fr"),
  /// Dutch.
  NL("nl");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
