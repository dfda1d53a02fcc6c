// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.peer;

import java.security.cert.CertificateException;

/// A certificate that is no peer's, or no longer, or not yet.
final class PeerRefusedException extends CertificateException {
  private static final long serialVersionUID = 1L;

  /// Why.
  enum Code {
    /// No certificate.
    MISSING,
    /// Outside its term.
    OUT_OF_TERM,
    /// No node record in force names its key, or that of another node does.
    UNKNOWN_KEY
  }

  private final Code code;

  PeerRefusedException(Code code) {
    super("peer refused: " + code);
    this.code = code;
  }

  Code code() {
    return code;
  }
}
