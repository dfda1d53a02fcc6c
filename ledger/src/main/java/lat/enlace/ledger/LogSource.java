// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;

/// Port: the files of a log, read only. Paths are relative, their parts joined by `/`, as C2SP
/// tlog-tiles has them (`docs/spec/ledger.md`, "Files").
public interface LogSource {
  /// The whole file, or empty if there is none.
  ///
  /// @throws LogStorageException if the storage fails or the file is beyond any size a log writes
  Optional<Bytes> read(String path) throws LogStorageException;

  /// The paths of all files below `directory`, at any depth, sorted; none if there is no such
  /// directory. An empty `directory` means all files of the log.
  ///
  /// @throws LogStorageException if the storage fails
  List<String> list(String directory) throws LogStorageException;
}
