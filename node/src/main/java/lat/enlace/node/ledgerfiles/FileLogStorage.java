// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ledgerfiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.ledger.LogLease;
import lat.enlace.ledger.LogStorage;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.ledger.LogSync;

/// The files of one log below a folder. Reading and listing may be done by any thread, all else by
/// one at a time.
///
/// A new name is durable once its folder is synced too, so folders are remembered and synced with
/// the files in them. Names that end in `.tmp` are replacements not yet in place.
public final class FileLogStorage implements LogStorage {
  private static final String TEMPORARY = ".tmp";

  private final Path root;
  private final Set<Path> changedFolders = new LinkedHashSet<>();
  private Appending appending = Appending.NOTHING;

  /// The file being appended to stays open between appends.
  private record Appending(Path path, List<FileChannel> channel) {
    static final Appending NOTHING = new Appending(Path.of(""), List.of());
  }

  /// Over `root`, which is created when first written to.
  public FileLogStorage(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public Optional<Bytes> read(String path) throws LogStorageException {
    try {
      return Optional.of(Bytes.copyOf(Files.readAllBytes(resolve(path))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw FileFailures.translate(e);
    }
  }

  @Override
  public List<String> list(String directory) throws LogStorageException {
    Path folder = resolve(directory);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.endsWith(TEMPORARY) && !name.equals(FileLease.NAME))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw FileFailures.translate(e);
    }
  }

  @Override
  public LogLease lease() throws LogStorageException {
    try {
      createFolders(root);
      LogLease lease = FileLease.take(root);
      removeTemporaryFiles();
      return lease;
    } catch (IOException e) {
      throw FileFailures.translate(e);
    }
  }

  @Override
  public void write(String path, Bytes content) throws LogStorageException {
    Path file = resolve(path);
    try {
      boolean isNew = !Files.exists(file);
      createFolders(folderOf(file));
      try (FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        writeFully(channel, content);
      }
      if (isNew) {
        changedFolders.add(folderOf(file));
      }
    } catch (IOException e) {
      throw FileFailures.translate(e);
    }
  }

  @Override
  public void replace(String path, Bytes content) throws LogStorageException {
    Path file = resolve(path);
    Path temporary = file.resolveSibling(file.getFileName() + TEMPORARY);
    try {
      stopAppendingTo(file);
      createFolders(folderOf(file));
      try (FileChannel channel =
          FileChannel.open(
              temporary,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        writeFully(channel, content);
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      changedFolders.add(folderOf(file));
    } catch (IOException e) {
      throw FileFailures.translate(e);
    }
  }

  @Override
  public void append(String path, Bytes content) throws LogStorageException {
    Path file = resolve(path);
    try {
      writeFully(appendChannel(file), content);
    } catch (IOException e) {
      throw FileFailures.translate(e);
    }
  }

  @Override
  public void delete(String path) throws LogStorageException {
    Path file = resolve(path);
    try {
      stopAppendingTo(file);
      if (Files.deleteIfExists(file)) {
        changedFolders.add(folderOf(file));
      }
    } catch (IOException e) {
      throw FileFailures.translate(e);
    }
  }

  @Override
  public void sync(Collection<String> paths) throws LogStorageException {
    try {
      List<Path> files = paths.stream().map(this::resolve).toList();
      if (files.contains(appending.path())) {
        appending.channel().getFirst().force(false);
      }
      FileSync.all(files.stream().filter(file -> !file.equals(appending.path())).toList());
      syncChangedFolders(files);
    } catch (IOException e) {
      throw FileFailures.translate(e);
    }
  }

  /// What is new in the folders is taken note of here, by the one writer; the files and folders are
  /// synced by other threads.
  @Override
  public LogSync syncBehind(Collection<String> paths) {
    List<Path> files = paths.stream().map(this::resolve).toList();
    return FileSync.behind(files, takeChangedFolders(files));
  }

  /// The folders of `files`, and those above them that have a new folder in them.
  private void syncChangedFolders(List<Path> files) throws IOException {
    List<Path> changed = takeChangedFolders(files);
    for (Path folder : changed) {
      FileSync.folder(folder);
    }
  }

  private List<Path> takeChangedFolders(List<Path> files) {
    Set<Path> changed = new LinkedHashSet<>();
    for (Path file : files) {
      Path folder = folderOf(file);
      while (folder.startsWith(root) && changed.add(folder)) {
        folder = folderOf(folder);
      }
    }
    changed.add(folderOf(root));
    changed.retainAll(changedFolders);
    changedFolders.removeAll(changed);
    return List.copyOf(changed);
  }

  private FileChannel appendChannel(Path file) throws IOException {
    if (!appending.path().equals(file)) {
      stopAppendingTo(appending.path());
      createFolders(folderOf(file));
      boolean isNew = !Files.exists(file);
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
      appending = new Appending(file, List.of(channel));
      if (isNew) {
        changedFolders.add(folderOf(file));
      }
    }
    return appending.channel().getFirst();
  }

  private void stopAppendingTo(Path file) throws IOException {
    if (appending.path().equals(file)) {
      Appending stopped = appending;
      appending = Appending.NOTHING;
      for (FileChannel channel : stopped.channel()) {
        channel.force(true);
        channel.close();
      }
    }
  }

  private void createFolders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      createFolders(folderOf(folder));
      Files.createDirectory(folder);
      changedFolders.add(folderOf(folder));
    }
  }

  private void removeTemporaryFiles() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith(TEMPORARY)).toList()) {
        Files.delete(file);
      }
    }
  }

  private Path resolve(String path) {
    Path file = root.resolve(path).normalize();
    if (!file.startsWith(root)) {
      throw new IllegalArgumentException("a path outside the log");
    }
    return file;
  }

  private static Path folderOf(Path file) {
    Path folder = file.getParent();
    return folder == null ? file : folder;
  }

  private static void writeFully(FileChannel channel, Bytes content) throws IOException {
    ByteBuffer buffer = content.asByteBuffer();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
