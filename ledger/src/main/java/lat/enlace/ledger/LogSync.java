// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

/// Files on their way to the disk beside other work ({@link LogStorage#syncBehind}).
public interface LogSync {
  /// True once all of them will survive a crash as they were when the sync was asked for, or as
  /// they became since.
  ///
  /// @throws LogStorageException if one could not be made durable
  boolean isDone() throws LogStorageException;

  /// Returns once they are.
  void await() throws LogStorageException;

  /// Of files that are durable already.
  static LogSync done() {
    return new LogSync() {
      @Override
      public boolean isDone() {
        return true;
      }

      @Override
      public void await() {
        // Nothing is left to wait for.
      }
    };
  }
}
