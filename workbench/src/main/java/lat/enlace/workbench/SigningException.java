// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench;

/// No signature was made.
public final class SigningException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Why not.
  public enum Code {
    /// The officer has no personal key.
    NO_KEY,
    /// The passphrase does not unlock the key.
    WRONG_PASSPHRASE,
    /// Too many wrong passphrases; later again.
    LOCKED,
    /// The node does not hold the root keys of its state.
    NO_ROOT_KEY
  }

  private final Code code;

  /// Says nothing of key or passphrase.
  public SigningException(Code code) {
    super("no signature was made: " + code);
    this.code = code;
  }

  /// Why not.
  public Code code() {
    return code;
  }
}
