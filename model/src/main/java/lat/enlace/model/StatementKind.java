// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// What sort of claim a statement is (Directive (EU) 2016/680, article 7).
public enum StatementKind implements Coded {
  /// Based on facts.
  FACT("fact"),
  /// A personal assessment.
  ASSESSMENT("assessment"),
  /// Heard from another, not checked.
  HEARSAY("hearsay"),
  /// Made by a machine; never enough to disclose.
  MACHINE("machine");

  private final String code;

  StatementKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
