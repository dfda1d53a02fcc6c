// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// How far a receiver may act on an item, so that one partner does not burn the operation of
/// another.
public enum ActionCode implements Coded {
  /// Do not act, do not ask third parties.
  P0("P0"),
  /// Check own registers only.
  P1("P1"),
  /// Third parties may be asked.
  P2("P2"),
  /// Open action allowed.
  P3("P3");

  private final String code;

  ActionCode(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
