// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// What a state keeps back of an alert on its territory. The issuer sees it and overrides nothing.
public enum AlertFlag implements Coded {
  /// Nobody is arrested on it here.
  NO_ARREST("no-arrest"),
  /// Whereabouts are told, nothing else is done.
  LOCATE_ONLY("locate-only"),
  /// Nothing is done before the issuer was consulted.
  CONSULT_FIRST("consult-first");

  private final String code;

  AlertFlag(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /// True if it can be set on an alert that asks for {@code action}.
  public boolean fits(AlertAction action) {
    return this == CONSULT_FIRST || action == AlertAction.ARREST;
  }
}
