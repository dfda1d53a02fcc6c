// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli.ledgerfiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.ledger.LogSource;
import lat.enlace.ledger.LogStorageException;

/// The files of one log below a folder. Writes nothing and takes no lock. Thread-safe.
public final class FileLogSource implements LogSource {
  /// Larger than any file a log writes: a full bundle of the longest entries has under 17 MB.
  private static final long MAX_BYTES = 64L << 20;

  private static final String UNFINISHED = ".tmp";

  private final Path root;

  /// Over `root`.
  public FileLogSource(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public Optional<Bytes> read(String path) throws LogStorageException {
    Path file = root.resolve(path).normalize();
    if (!file.startsWith(root)) {
      throw new IllegalArgumentException("a path outside the log");
    }
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new LogStorageException(LogStorageException.Code.FAILED);
      }
      return Optional.of(Bytes.copyOf(Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new LogStorageException(LogStorageException.Code.FAILED, e);
    }
  }

  /// Replacements that never came into place are not part of the log.
  @Override
  public List<String> list(String directory) throws LogStorageException {
    Path folder = root.resolve(directory);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.endsWith(UNFINISHED))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new LogStorageException(LogStorageException.Code.FAILED, e);
    }
  }
}
