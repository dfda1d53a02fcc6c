// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Sources for tests: files, folders and bytes at hand.
record FileParts(List<Source.Part> parts) implements Source {
  static FileParts of(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return new FileParts(List.of(new FilePart(path)));
    }
    try (Stream<Path> files = Files.list(path)) {
      return new FileParts(files.sorted().map(FilePart::new).map(Source.Part.class::cast).toList());
    }
  }

  static FileParts of(String content) {
    return of(content.getBytes(StandardCharsets.UTF_8));
  }

  static FileParts of(byte[] content) {
    return new FileParts(List.of(part("bytes", content)));
  }

  static Source.Part part(String name, byte[] content) {
    return new Source.Part() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(content);
      }
    };
  }

  private record FilePart(Path path) implements Source.Part {
    @Override
    public String name() {
      return path.getFileName().toString();
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }
  }
}
