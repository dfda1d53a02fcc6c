// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.witness;

/// A witness did not cosign.
final class UnwitnessedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Code code;

  /// Why not.
  enum Code {
    /// No answer.
    UNREACHABLE,
    /// It does not follow this log, or does not take the request.
    REFUSED,
    /// It saw another history of this log.
    INCONSISTENT,
    /// It saw more of this log than this node has: the node was rolled back.
    AHEAD,
    /// What it sent is no cosignature by its key.
    FALSE_LINE
  }

  UnwitnessedException(Code code) {
    super(code.name());
    this.code = code;
  }

  UnwitnessedException(Code code, Throwable cause) {
    super(code.name(), cause);
    this.code = code;
  }

  Code code() {
    return code;
  }
}
