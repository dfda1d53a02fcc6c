// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import lat.enlace.model.Coded;

/// Which node decides: both do, each under its own law.
public enum Side implements Coded {
  /// The node of the state that asks.
  ASKING("asking"),
  /// The node of the state that is asked.
  RECEIVING("receiving");

  private final String code;

  Side(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
