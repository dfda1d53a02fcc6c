// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.io.IOException;

/// Carries a refusal through parsers that only let input faults pass.
final class RefusedTextException extends IOException {
  private static final long serialVersionUID = 1L;

  private final GatewayException refusal;

  RefusedTextException(GatewayException refusal) {
    super(refusal.getMessage());
    this.refusal = refusal;
  }

  GatewayException refusal() {
    return refusal;
  }

  /// The refusal inside {@code fault}, or that the part cannot be read.
  static GatewayException unwrap(IOException fault, String part) {
    return fault instanceof RefusedTextException refused
        ? refused.refusal()
        : new GatewayException(GatewayException.Code.UNREADABLE, Place.whole(part));
  }
}
