// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// Why a request is urgent (Directive (EU) 2023/977, article 2). A request that claims urgency
/// without one of these is refused.
public enum UrgentReason implements Coded {
  /// Somebody’s life or physical integrity is in imminent danger.
  LIFE("LIFE"),
  /// An imminent and serious threat to public security.
  PUBLIC_SECURITY("PUBLIC_SECURITY"),
  /// Evidence will be lost unless it is secured in time.
  EVIDENCE_LOSS("EVIDENCE_LOSS"),
  /// A serious offence is about to be committed.
  SERIOUS_OFFENCE_IMMINENT("SERIOUS_OFFENCE_IMMINENT");

  private final String code;

  UrgentReason(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
