// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import lat.enlace.model.Coded;

/// Who can be made to authorise a step, from the nearest to the highest.
public enum AuthorityRole implements Coded {
  /// The superior of the officer who acts, never the officer.
  SUPERVISOR("supervisor"),
  /// A public prosecutor.
  PROSECUTOR("prosecutor"),
  /// A judge.
  JUDGE("judge"),
  /// The central authority for mutual assistance.
  CENTRAL_AUTHORITY("central-authority");

  private final String code;

  AuthorityRole(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
