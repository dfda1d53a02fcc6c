// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lat.enlace.gateway.Source;

/// A file, or a folder with files in it but no deeper, as a source. What is no ordinary file, such
/// as a pipe, is read into memory once, because a source is opened more than once.
record FileSource(List<Part> parts) implements Source {
  private static final int MAX_PIPE = 256 << 20;
  private static final int MAX_FILES = 1000;

  FileSource {
    parts = List.copyOf(parts);
  }

  /// The source at {@code path}.
  ///
  /// @throws IOException if there is nothing, no file in the folder, or it cannot be read
  static FileSource of(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (!Files.isDirectory(path)) {
      return new FileSource(List.of(part(path)));
    }
    List<Part> parts = folder(path);
    if (parts.isEmpty()) {
      throw new IOException(path + ": there is no file in this folder");
    }
    return new FileSource(parts);
  }

  /// The one file at {@code path}.
  ///
  /// @throws IOException if there is none or it cannot be read
  static Part part(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException(path + ": is a folder, a file is needed");
    }
    return Files.isRegularFile(path) ? new FilePart(path) : spooled(path);
  }

  private static List<Part> folder(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .limit(MAX_FILES)
          .<Part>map(FilePart::new)
          .toList();
    }
  }

  private static Part spooled(Path path) throws IOException {
    byte[] content;
    try (InputStream in = Files.newInputStream(path)) {
      content = in.readNBytes(MAX_PIPE + 1);
    }
    if (content.length > MAX_PIPE) {
      throw new IOException(path + ": more than 256 MiB through a pipe; write it to a file first");
    }
    return new MemoryPart(path.toString(), () -> new ByteArrayInputStream(content));
  }

  private record FilePart(Path path) implements Part {
    @Override
    public String name() {
      Path last = path.getFileName();
      return last == null ? path.toString() : last.toString();
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }
  }

  private record MemoryPart(String name, Supplier<InputStream> content) implements Part {
    @Override
    public InputStream open() {
      return content.get();
    }
  }
}
