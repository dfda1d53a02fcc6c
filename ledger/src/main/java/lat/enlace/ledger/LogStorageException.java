// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

/// The storage of a log could not do what was asked. What was being written may or may not be
/// there.
public final class LogStorageException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Why it failed; listed in `docs/spec/errors.md`.
  public enum Code {
    /// Another writer holds the lease.
    LEASE_HELD,
    /// No room is left.
    FULL,
    /// Any other failure of the storage.
    FAILED
  }

  private final Code code;

  /// Without a cause.
  public LogStorageException(Code code) {
    super(code.name());
    this.code = code;
  }

  /// With a cause from a lower layer.
  public LogStorageException(Code code, Throwable cause) {
    super(code.name(), cause);
    this.code = code;
  }

  /// Why it failed.
  public Code code() {
    return code;
  }
}
