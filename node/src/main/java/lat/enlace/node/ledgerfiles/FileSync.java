// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ledgerfiles;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.ledger.LogSync;

/// Makes files, and the names in folders, durable.
///
/// Many files are synced from several threads at once, because a journaling file system then
/// commits them together: settling a log has hundreds.
final class FileSync {
  private static final int AT_ONCE = 16;

  /// Fewer, so that those who append meanwhile wait little.
  private static final int BEHIND_AT_ONCE = 4;

  private static final int MANY = 4;

  private FileSync() {}

  /// The present content of `files`; one that is not there is durable by its folder.
  static void all(List<Path> files) throws IOException {
    all(files, AT_ONCE);
  }

  private static void all(List<Path> files, int atOnce) throws IOException {
    if (files.size() < MANY) {
      for (Path file : files) {
        one(file);
      }
      return;
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
      List<Future<?>> syncs = new ArrayList<>(files.size());
      for (Path file : files) {
        syncs.add(
            threads.submit(() -> {
              one(file);
              return file;
            }));
      }
      for (Future<?> sync : syncs) {
        await(sync);
      }
    }
  }

  /// Begins to make the content of `files`, and then the names in `folders`, durable on threads of
  /// their own.
  static LogSync behind(List<Path> files, List<Path> folders) {
    FutureTask<Path> task =
        new FutureTask<>(() -> {
          all(files, BEHIND_AT_ONCE);
          for (Path folder : folders) {
            folder(folder);
          }
          return Path.of("");
        });
    Thread.ofPlatform().name("ledger-settling").daemon().start(task);
    return new Behind(task);
  }

  private record Behind(FutureTask<Path> task) implements LogSync {
    @Override
    public boolean isDone() throws LogStorageException {
      if (task.isDone()) {
        await();
      }
      return task.isDone();
    }

    @Override
    public void await() throws LogStorageException {
      try {
        FileSync.await(task);
      } catch (IOException e) {
        throw FileFailures.translate(e);
      }
    }
  }

  /// The names in `folder`. POSIX asks for it; where a folder cannot be opened as a file (Windows),
  /// names are durable without.
  static void folder(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void one(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    } catch (NoSuchFileException e) {
      // Deleted: syncing its folder makes that durable.
    }
  }

  private static void await(Future<?> sync) throws IOException {
    try {
      sync.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw new IOException(cause == null ? "sync" : cause.getMessage(), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while syncing", e);
    }
  }
}
