// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lat.enlace.bytes.Bytes;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.LogLease;
import lat.enlace.ledger.LogStorage;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.ledger.LogSync;

/// The files of a log, with a note of each change before it and of each sync after it. What a power
/// cut may take is what the port's contract leaves open, read from these notes ({@link PowerCut}).
final class NotedLogStorage implements LogStorage {
  private final LogStorage files;
  private final Path root;
  private final MediaNotes notes;
  private final Supplier<Switches> switches;
  private final Map<String, Long> changes = new HashMap<>();

  NotedLogStorage(LogStorage files, Path root, MediaNotes notes, Supplier<Switches> switches) {
    this.files = files;
    this.root = root.toAbsolutePath().normalize();
    this.notes = notes;
    this.switches = switches;
  }

  @Override
  public Optional<Bytes> read(String path) throws LogStorageException {
    return files.read(path);
  }

  @Override
  public List<String> list(String directory) throws LogStorageException {
    return files.list(directory);
  }

  @Override
  public LogLease lease() throws LogStorageException {
    return files.lease();
  }

  @Override
  public void level() throws LedgerException, LogStorageException {
    files.level();
  }

  @Override
  public void write(String path, Bytes content) throws LogStorageException {
    change(path);
    notes.overwritten(file(path));
    files.write(path, content);
  }

  @Override
  public void replace(String path, Bytes content) throws LogStorageException {
    change(path);
    noted(notes::kept, path);
    files.replace(path, content);
  }

  @Override
  public void append(String path, Bytes content) throws LogStorageException {
    change(path);
    noted(notes::grows, path);
    files.append(path, content);
  }

  @Override
  public void delete(String path) throws LogStorageException {
    changed(path);
    noted(notes::kept, path);
    files.delete(path);
  }

  @Override
  public void sync(Collection<String> paths) throws LogStorageException {
    Map<String, Long> lengths = lengths(paths);
    files.sync(paths);
    lengths.forEach((path, length) -> notes.synced(file(path), length));
  }

  @Override
  public LogSync syncBehind(Collection<String> paths) throws LogStorageException {
    Map<String, Long> lengths = lengths(paths);
    Map<String, Long> before = Map.copyOf(changes);
    LogSync behind = files.syncBehind(paths);
    return new LogSync() {
      @Override
      public boolean isDone() throws LogStorageException {
        boolean done = behind.isDone();
        if (done) {
          noteUnchanged(lengths, before);
        }
        return done;
      }

      @Override
      public void await() throws LogStorageException {
        behind.await();
        noteUnchanged(lengths, before);
      }
    };
  }

  /// Of a file that was changed meanwhile the port promises nothing.
  private void noteUnchanged(Map<String, Long> lengths, Map<String, Long> before) {
    lengths.forEach((path, length) -> {
      if (changes.getOrDefault(path, 0L).equals(before.getOrDefault(path, 0L))) {
        notes.synced(file(path), length);
      }
    });
  }

  private Map<String, Long> lengths(Collection<String> paths) {
    Map<String, Long> lengths = new HashMap<>();
    for (String path : paths) {
      try {
        Path file = file(path);
        lengths.put(path, Files.exists(file) ? Files.size(file) : -1);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return lengths;
  }

  private void noted(Note note, String path) throws LogStorageException {
    try {
      note.of(file(path));
    } catch (IOException e) {
      throw new LogStorageException(LogStorageException.Code.FAILED, e);
    }
  }

  /// One line of the notes.
  @FunctionalInterface
  private interface Note {
    void of(Path file) throws IOException;
  }

  private void change(String path) throws LogStorageException {
    if (switches.get().full()) {
      throw new LogStorageException(LogStorageException.Code.FULL);
    }
    changed(path);
  }

  private void changed(String path) {
    changes.merge(path, 1L, Long::sum);
  }

  private Path file(String path) {
    return root.resolve(path).normalize();
  }
}
