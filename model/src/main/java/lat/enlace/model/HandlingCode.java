// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// What a receiver may do with an item; codes combine, and derived items carry the union of their
/// sources (SIENA H-codes; docs/spec/handling.md).
public enum HandlingCode implements Coded {
  /// Only to prevent and combat crime within the legal frame.
  H0("H0"),
  /// Not in judicial proceedings without the provider's permission.
  H1("H1"),
  /// Not to anyone else without the provider's permission.
  H2("H2"),
  /// Further coded or written restrictions that the reader acknowledges first.
  H3("H3");

  private final String code;

  HandlingCode(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
