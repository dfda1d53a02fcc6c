// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.config;

/// The data folder or its settings cannot be used. Codes stand in docs/spec/errors.md.
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  /// What is wrong.
  public enum Code {
    /// No settings file there: not a data folder.
    NO_DATA_FOLDER,
    /// There is a node in this folder already.
    EXISTS,
    /// A setting that must be there is not.
    MISSING,
    /// A setting that is not known: perhaps misspelt.
    UNKNOWN,
    /// A value that is not in the form of its setting.
    VALUE,
    /// Another process runs this node.
    IN_USE,
    /// The file system refused.
    FAILED
  }

  private final Code code;

  /// Names the setting or path it is about, never a secret.
  public ConfigException(Code code, String about) {
    super(code + ": " + about);
    this.code = code;
  }

  /// With a cause.
  public ConfigException(Code code, String about, Throwable cause) {
    super(code + ": " + about, cause);
    this.code = code;
  }

  /// What is wrong.
  public Code code() {
    return code;
  }
}
