// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// What whoever meets a person sought should be warned of.
public enum AlertMarker implements Coded {
  /// May be armed.
  ARMED("armed"),
  /// May be violent.
  VIOLENT("violent"),
  /// Escaped from custody.
  ESCAPED("escaped");

  private final String code;

  AlertMarker(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
