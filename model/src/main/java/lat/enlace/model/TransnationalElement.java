// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// Which part of the conduct crosses a border (United Nations Convention against Transnational
/// Organized Crime, article 3(2)).
public enum TransnationalElement implements Coded {
  /// Committed in more than one state.
  COMMITTED_IN_SEVERAL("committed-in-several"),
  /// A substantial part of preparation, planning, direction or control lies in another state.
  PREPARED_ELSEWHERE("prepared-elsewhere"),
  /// Involves an organised group active in more than one state.
  GROUP_ACTIVE_ELSEWHERE("group-active-elsewhere"),
  /// Has substantial effects in another state.
  EFFECTS_ELSEWHERE("effects-elsewhere");

  private final String code;

  TransnationalElement(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
