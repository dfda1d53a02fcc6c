// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// Why a state flags or refuses an alert. Closed, and without refuge or protection: whom a state
/// protects is not for the issuer to know.
public enum LegalReason implements Coded {
  /// The offence is political or military.
  POLITICAL("political"),
  /// The conduct is no offence here, or not grave enough.
  DUAL_CRIMINALITY("dual-criminality"),
  /// Judged, pardoned or out of time.
  NE_BIS_IN_IDEM("ne-bis-in-idem"),
  /// No fair trial, or treatment that is forbidden.
  FAIR_TRIAL("fair-trial"),
  /// Death or life imprisonment, and no assurance.
  DEATH_OR_LIFE("death-or-life"),
  /// The constitution does not give nationals up.
  NATIONALITY("nationality"),
  /// The person is a minor here.
  MINOR("minor"),
  /// Age or health.
  HUMANITARIAN("humanitarian"),
  /// Essential interests, or a case that is open here.
  ESSENTIAL_INTERESTS("essential-interests"),
  /// Too little for what it asks.
  DISPROPORTIONATE("disproportionate"),
  /// Another rule of the law here.
  NATIONAL_LAW("national-law");

  private final String code;

  LegalReason(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
