// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// A disk of its own for one node, so small that it can be filled: a file system in memory, where
/// this process may mount one; otherwise the node's storage is told to say that it is full.
final class SmallDisk implements AutoCloseable {
  private static final int BLOCK = 65_536;

  private final Path folder;
  private final Path ballast;
  private final boolean mounted;

  private SmallDisk(Path folder, boolean mounted) {
    this.folder = folder;
    this.ballast = folder.resolve("ballast");
    this.mounted = mounted;
  }

  /// At `folder`, which must be empty.
  static SmallDisk mount(Path folder, int mebibytes) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    return new SmallDisk(
        folder,
        ran("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString()));
  }

  /// True if it is one.
  boolean isMounted() {
    return mounted;
  }

  Path folder() {
    return folder;
  }

  /// Leaves no byte free.
  void fill() throws IOException {
    byte[] block = new byte[BLOCK];
    Arrays.fill(block, (byte) 1);
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      // Full, as it should be.
      if (!Files.exists(ballast)) {
        throw e;
      }
    }
  }

  /// Gives the room back.
  void clear() throws IOException {
    Files.deleteIfExists(ballast);
  }

  private static boolean ran(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      // No such command on this system.
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    if (!mounted) {
      return;
    }
    try {
      ran("umount", folder.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
