// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;

/// Files that only their owner may read, replaced whole and durably: written beside, synced,
/// renamed, the folder synced. On file systems without POSIX permissions the operator must guard
/// the folder by other means.
public final class PrivateFiles {
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");

  /// What no backup takes along.
  private static final String ENDING = ".gone.tmp";

  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFiles() {}

  /// Makes `folder` and those above it; it alone gets the narrow permissions.
  public static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (posix(folder)) {
      Files.setPosixFilePermissions(folder, OWNER_FOLDER);
    }
  }

  /// True if `folder` is there and is a file, or has anything in it.
  public static boolean isTaken(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Files.exists(folder);
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isPresent();
    }
  }

  /// Replaces `file` by `content`.
  public static void replace(Path file, Bytes content) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(beside);
    Files.createFile(beside);
    if (posix(beside)) {
      Files.setPosixFilePermissions(beside, OWNER_FILE);
    }
    try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      ByteBuffer left = content.asByteBuffer();
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(file.resolveSibling("").toAbsolutePath());
  }

  /// Overwrites `file` with zeros, syncs and removes it. Copies that the medium or a backup keeps
  /// are out of reach. It has another name before its first byte changes: broken off at any moment,
  /// it is whole under its own name or not there, and {@link #destroyLeftovers} finishes.
  public static void destroy(Path file) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    Path ending = file.resolveSibling(file.getFileName() + ENDING);
    Files.move(file, ending, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(file.resolveSibling("").toAbsolutePath());
    overwrite(ending);
  }

  /// Finishes what was being destroyed in `folder` when a process ended.
  public static void destroyLeftovers(Path folder) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path one : left) {
        overwrite(one);
      }
    }
  }

  private static void overwrite(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer zeros = ByteBuffer.allocate((int) channel.size());
      while (zeros.hasRemaining()) {
        channel.write(zeros);
      }
      channel.force(true);
    }
    Files.delete(file);
    syncFolder(file.resolveSibling("").toAbsolutePath());
  }

  /// True if someone other than the owner may read `path`.
  public static boolean readableByOthers(Path path) throws IOException {
    if (!posix(path)) {
      return false;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
    return permissions.contains(PosixFilePermission.GROUP_READ)
        || permissions.contains(PosixFilePermission.OTHERS_READ);
  }

  private static void syncFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static boolean posix(Path path) throws IOException {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        != null;
  }
}
