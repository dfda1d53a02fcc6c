// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ledgerfiles;

import lat.enlace.ledger.LogStorageException;

/// What a failure of the file system means for a log.
final class FileFailures {
  private static final String NO_SPACE = "No space left on device";

  private FileFailures() {}

  static LogStorageException translate(Exception failure) {
    String message = failure.getMessage();
    boolean full = message != null && message.contains(NO_SPACE);
    return new LogStorageException(
        full ? LogStorageException.Code.FULL : LogStorageException.Code.FAILED, failure);
  }
}
