// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.keys;

/// A key of the node cannot be used. Codes stand in docs/spec/errors.md.
public final class KeysException extends Exception {
  private static final long serialVersionUID = 1L;

  /// What is wrong.
  public enum Code {
    /// The vault has no such key.
    NO_SUCH_KEY,
    /// The key-encryption key is not the one the vault was made with, or a file was changed.
    NOT_UNLOCKED,
    /// The key-encryption key cannot be read: the file is missing, empty or of another length.
    NO_UNLOCKING_KEY,
    /// The key-encryption key lies inside the data folder, where a thief would find both.
    UNLOCKING_KEY_INSIDE,
    /// A file of the vault, or its folder, can be read by others than its owner.
    READABLE_BY_OTHERS,
    /// A key of that name is there already.
    EXISTS,
    /// The file system refused.
    FAILED
  }

  private final Code code;

  /// Names the key; never says anything of its content.
  public KeysException(Code code, String keyName) {
    super(code + ": " + keyName);
    this.code = code;
  }

  /// With a cause.
  public KeysException(Code code, String keyName, Throwable cause) {
    super(code + ": " + keyName, cause);
    this.code = code;
  }

  /// What is wrong.
  public Code code() {
    return code;
  }
}
