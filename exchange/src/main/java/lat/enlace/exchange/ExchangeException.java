// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

/// Something an officer, an operator or a partner wanted that the core does not do. The code stands
/// in docs/spec/errors.md with what to do; no message carries personal data.
public final class ExchangeException extends Exception {
  private static final long serialVersionUID = 1L;

  /// What is wrong.
  public enum Code {
    /// The officer lacks the role.
    ROLE_MISSING,
    /// The agency's ceiling does not allow it.
    AGENCY_CEILING,
    /// No such thing, or not for this officer: the two look alike.
    NOT_FOUND,
    /// Not in the state this needs.
    WRONG_STATE,
    /// A field is missing or out of bounds.
    INVALID_FORM,
    /// No instrument with this partner.
    NO_INSTRUMENT,
    /// The partner's signatures or records do not verify.
    NOT_TRUSTED,
    /// This node's decision refuses it.
    REFUSED,
    /// The approval does not hold.
    APPROVAL_REFUSED,
    /// The category may not be indexed.
    NOT_INDEXABLE,
    /// Another subject is held under this id.
    ID_TAKEN,
    /// The acknowledgement is not for this batch.
    WRONG_RECEIPT,
    /// The ledger or the store is not usable; the node is read-only.
    UNAVAILABLE
  }

  private final Code code;

  /// With a constant message for people.
  public ExchangeException(Code code, String message) {
    super(message);
    this.code = code;
  }

  /// With a cause from a lower layer.
  public ExchangeException(Code code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /// What is wrong.
  public Code code() {
    return code;
  }
}
