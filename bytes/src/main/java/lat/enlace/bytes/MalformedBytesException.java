// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bytes;

/// Text or binary input that is not in the form it claims. Carries no part of the input.
public final class MalformedBytesException extends Exception {
  private static final long serialVersionUID = 1L;

  /// What was wrong with the form.
  public enum Code {
    /// Not hexadecimal.
    HEX,
    /// Not canonical base64.
    BASE64,
    /// Not well-formed UTF-8.
    UTF8,
    /// Fewer bytes than announced.
    TRUNCATED,
    /// Bytes left over after the last field.
    TRAILING,
    /// A length or count beyond the bound set for it.
    TOO_LARGE,
    /// Not the length this value must have.
    LENGTH
  }

  private final Code code;

  /// With a cause from a lower layer.
  public MalformedBytesException(Code code, Throwable cause) {
    super(code.name(), cause);
    this.code = code;
  }

  /// Without a cause.
  public MalformedBytesException(Code code) {
    super(code.name());
    this.code = code;
  }

  /// What was wrong with the form.
  public Code code() {
    return code;
  }
}
