// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.login;

/// An account cannot be made or changed as wanted. Codes stand in docs/spec/errors.md.
public final class LoginException extends Exception {
  private static final long serialVersionUID = 1L;

  /// What is wrong.
  public enum Code {
    /// No such account.
    NO_ACCOUNT,
    /// An account of that name is there already.
    EXISTS,
    /// The password is too short, too long, too common, or holds the account's name.
    WEAK_PASSWORD,
    /// Roles that one person must not hold together: an authority does not ask or release, an
    /// operator and an auditor see no case data, a rights officer is nobody else.
    ROLES_TOGETHER,
    /// The passphrase of a personal key is too short.
    WEAK_PASSPHRASE,
    /// No key awaits confirmation.
    NO_KEY,
    /// Another key awaits confirmation than the one that was compared.
    ANOTHER_KEY,
    /// The password or passphrase in force was not given.
    WRONG_PASSWORD,
    /// The vault refused the personal key.
    KEYS
  }

  private final Code code;

  /// Says nothing of the account.
  public LoginException(Code code) {
    super(code.name());
    this.code = code;
  }

  /// With a cause.
  public LoginException(Code code, Throwable cause) {
    super(code.name(), cause);
    this.code = code;
  }

  /// What is wrong.
  public Code code() {
    return code;
  }
}
