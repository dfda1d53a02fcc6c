// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder of its own on a disk, removed when closed. Refuses memory that only looks like one:
/// what is synced there is not durable, and a figure taken there says nothing.
public final class DiskFolder implements AutoCloseable {
  private static final List<String> IN_MEMORY = List.of("tmpfs", "ramfs");

  private final Path path;

  private DiskFolder(Path path) {
    this.path = path;
  }

  /// A new folder below the temporary folder of the platform.
  ///
  /// @throws IOException if it cannot be made, or lies in memory
  public static DiskFolder create() throws IOException {
    DiskFolder folder = new DiskFolder(Files.createTempDirectory("enlace-bench-"));
    if (IN_MEMORY.contains(Files.getFileStore(folder.path).type())) {
      folder.close();
      throw new IOException(
          "the temporary folder lies in memory; name one on a disk by ENLACE_OPTS=-Djava.io.tmpdir=DIR");
    }
    return folder;
  }

  /// Where `name` lies in it.
  public Path at(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(path)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : all) {
      Files.deleteIfExists(one);
    }
  }
}
