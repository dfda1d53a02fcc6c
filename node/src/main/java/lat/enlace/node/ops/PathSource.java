// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lat.enlace.gateway.Source;

/// A file, or the files of a folder but no deeper, as a published list comes.
public record PathSource(List<Part> parts) implements Source {
  private static final int MAX_FILES = 1000;

  /// Copies the parts.
  public PathSource {
    parts = List.copyOf(parts);
  }

  /// The source at `path`.
  ///
  /// @throws IOException if there is nothing, or no file in the folder
  public static PathSource of(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (!Files.isDirectory(path)) {
      return new PathSource(List.of(new FilePart(path)));
    }
    try (Stream<Path> files = Files.list(path)) {
      List<Part> parts =
          files
              .filter(Files::isRegularFile)
              .sorted()
              .limit(MAX_FILES)
              .<Part>map(FilePart::new)
              .toList();
      if (parts.isEmpty()) {
        throw new IOException(path + ": there is no file in this folder");
      }
      return new PathSource(parts);
    }
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
}
