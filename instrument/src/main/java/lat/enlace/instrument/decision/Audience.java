// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import lat.enlace.model.Coded;

/// Who may read a reason.
public enum Audience implements Coded {
  /// The officer who asks, at either node.
  ASKER("asker"),
  /// This node's rights officer alone; to the asker the outcome is an ordinary no-hit.
  RIGHTS_OFFICER("rights-officer");

  private final String code;

  Audience(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
