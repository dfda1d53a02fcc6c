// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire;

import java.util.regex.Pattern;

/// A code of docs/spec/errors.md as one node tells it to another. Codes this node does not know are
/// carried and shown as they are; none of them makes a node act.
public record ErrorCode(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{1,63}");

  /// Checks the form.
  public ErrorCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an error code");
    }
  }

  /// The code of a refusal by this module.
  public static ErrorCode of(WireException.Code code) {
    return new ErrorCode(code.name());
  }

  /// A code met in untrusted input.
  ///
  /// @throws WireException VALUE_INVALID if it has not the form of one
  public static ErrorCode parse(String value) throws WireException {
    if (!FORM.matcher(value).matches()) {
      throw new WireException(WireException.Code.VALUE_INVALID);
    }
    return new ErrorCode(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
