// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

/// The right to write one log, held until closed or until its process ends.
public interface LogLease extends AutoCloseable {
  /// Gives the right back.
  @Override
  void close() throws LogStorageException;
}
