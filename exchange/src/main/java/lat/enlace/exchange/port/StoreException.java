// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.port;

/// The store did not do what was asked, and nothing of the transaction is made. Unchecked, because
/// no use case can go on without its store: the node answers UNAVAILABLE and is read-only from then
/// on. Thrown by {@link Store#write} and {@link Store#read}; codes in docs/spec/errors.md.
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What is wrong with it.
  public enum Code {
    /// The medium is full.
    FULL,
    /// Another process holds the database.
    LOCKED,
    /// The database is damaged, or a value was changed from outside.
    CORRUPT,
    /// The database cannot be reached.
    UNREACHABLE,
    /// The values were encrypted under another key.
    WRONG_KEY,
    /// Anything else the database refused.
    FAILED
  }

  private final Code code;

  /// With the database's own exception, whose message holds neither keys nor values.
  public StoreException(Code code, Throwable cause) {
    super("store: " + code, cause);
    this.code = code;
  }

  /// Without a cause.
  public StoreException(Code code) {
    super("store: " + code);
    this.code = code;
  }

  /// What is wrong.
  public Code code() {
    return code;
  }
}
