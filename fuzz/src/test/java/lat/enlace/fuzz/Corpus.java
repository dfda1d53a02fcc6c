// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The committed inputs of each fuzzer: seeds, whatever once broke a parser, and the vectors of the
/// format where they are files in that format.
final class Corpus {
  private static final Map<String, String> VECTORS =
      Map.of(
          "gateway.Holdings.read", "gateway/read",
          "wire.batch.Receipt.parse", "wire/receipt",
          "wire.dispatch.DispatchCodec.decode", "wire/dispatch");

  private Corpus() {}

  static Path root() {
    return top().resolve("fuzz").resolve("corpus");
  }

  static List<Path> inputs(EntryPoint entry) throws IOException {
    List<Path> inputs = new ArrayList<>(files(root().resolve(entry.id())));
    String vectors = VECTORS.get(entry.id());
    if (vectors != null) {
      inputs.addAll(files(top().resolve("vectors").resolve(vectors)));
    }
    return inputs;
  }

  private static Path top() {
    return Path.of(System.getProperty("enlace.root"));
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
