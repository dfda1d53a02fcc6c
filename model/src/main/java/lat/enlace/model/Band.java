// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// How well a candidate agrees over all, as it travels between nodes.
public enum Band implements Coded {
  /// At the screening threshold; a name alone never gets beyond it.
  WEAK("weak"),
  /// Two independent features agree, or an identifier does.
  STRONG("strong");

  private final String code;

  Band(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
