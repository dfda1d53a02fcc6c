// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.Collection;
import lat.enlace.bytes.Bytes;

/// Port: the files of a log, for the one writer that holds the lease.
///
/// What a crash may do, and no more: a file that was written or appended to and not synced since
/// may be missing, cut short or hold anything; a deletion or replacement not synced since may be
/// undone. A file that was synced stays as it was then, as long as nothing else is done to it; what
/// a file held when it was synced stays its beginning while it is only appended to.
public interface LogStorage extends LogSource {
  /// Takes the lease, or fails at once if another writer holds it.
  ///
  /// @throws LogStorageException with code LEASE_HELD or FAILED
  LogLease lease() throws LogStorageException;

  /// Makes all copies the same, where there are several. For the writer that holds the lease,
  /// before anything is read or written.
  ///
  /// @throws LedgerException with code MIRROR if a copy holds what the first has not
  default void level() throws LedgerException, LogStorageException {}

  /// Creates or overwrites a file. Not atomic.
  void write(String path, Bytes content) throws LogStorageException;

  /// Creates or overwrites a file so that a reader, and a restart after a crash, sees either the
  /// old file or the new one whole. Durable only once synced.
  void replace(String path, Bytes content) throws LogStorageException;

  /// Adds to the end of a file, which is created if there is none.
  void append(String path, Bytes content) throws LogStorageException;

  /// Removes a file; does nothing if there is none.
  void delete(String path) throws LogStorageException;

  /// Returns once the present content, or absence, of all `paths` will survive a crash.
  void sync(Collection<String> paths) throws LogStorageException;

  /// As {@link #sync}, but may return before: what it gives tells when they are durable. Other
  /// calls go on meanwhile; of files that these change, nothing is promised but what is said above.
  default LogSync syncBehind(Collection<String> paths) throws LogStorageException {
    sync(paths);
    return LogSync.done();
  }
}
