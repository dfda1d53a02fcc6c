// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire;

/// Input from another node that is not what it must be. Carries a code of docs/spec/errors.md and
/// no part of the input, so that it can be logged and sent back.
public final class WireException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Why something was refused.
  public enum Code {
    /// Larger than the bound set for it.
    TOO_LARGE,
    /// A binary form that is cut short, runs on, or holds a value outside its range.
    MALFORMED,
    /// Well-formed, but not in the one form this content has.
    NOT_CANONICAL,
    /// A protocol version this node does not read.
    UNKNOWN_PROTOCOL,
    /// A public or private key that is none.
    KEY_MALFORMED,
    /// Sealed to another key, or under another context, or altered on the way.
    UNSEAL_FAILED,
    /// The batch inside names other nodes or another node record than its envelope.
    ENVELOPE_MISMATCH,
    /// Not JSON, or not UTF-8.
    NOT_JSON,
    /// Nested deeper, or a number longer, than any dispatch needs.
    TOO_COMPLEX,
    /// A field twice in one object.
    DUPLICATE_FIELD,
    /// A field that this kind and version does not have.
    UNKNOWN_FIELD,
    /// A field that must be there.
    MISSING_FIELD,
    /// A field of the wrong JSON type, outside its range, or with a code its list does not have.
    VALUE_INVALID,
    /// A kind of dispatch that is not in docs/spec/kinds.md.
    UNKNOWN_KIND,
    /// A version of a kind that this node does not read.
    UNKNOWN_VERSION,
    /// Case, legal basis, offence, purpose or instrument missing where the kind needs them.
    BASIS_MISSING,
    /// An answer that has not the one size every answer has.
    ANSWER_SIZE
  }

  private final Code code;

  /// Refuses with {@code code}.
  public WireException(Code code) {
    super(code.name());
    this.code = code;
  }

  /// Why.
  public Code code() {
    return code;
  }
}
