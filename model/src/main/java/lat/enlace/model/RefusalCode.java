// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// Why a holder refuses; the list is closed so that refusals can be counted.
public enum RefusalCode implements Coded {
  /// Not held, or not available.
  R1("R1"),
  /// A judicial authority refused.
  R2("R2"),
  /// Data that may not be given.
  R3("R3"),
  /// Essential security, an ongoing case, or the safety of a person.
  R4("R4"),
  /// Minor offence, or no offence on both sides.
  R5("R5"),
  /// Owned by a third party that did not consent.
  R6("R6"),
  /// A rights gate.
  R7("R7"),
  /// Disproportionate.
  R8("R8"),
  /// Wrong authority.
  R9("R9");

  private final String code;

  RefusalCode(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
