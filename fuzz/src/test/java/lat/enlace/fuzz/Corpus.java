// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The committed inputs of each fuzzer: seeds, and whatever once broke a parser.
final class Corpus {
  private Corpus() {}

  static Path root() {
    return Path.of(System.getProperty("enlace.root"), "fuzz", "corpus");
  }

  static Path folder(EntryPoint entry) {
    return root().resolve(entry.id());
  }

  static List<Path> inputs(EntryPoint entry) throws IOException {
    if (!Files.isDirectory(folder(entry))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder(entry))) {
      return files.sorted().toList();
    }
  }
}
