// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.note;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Published test vectors that are not part of this repository. Where they are absent, the tests
/// that need them are left out and say so.
final class SharedData {
  private SharedData() {}

  static Path vectors(String folder) {
    Path root = Path.of(System.getProperty("enlace.root", ".."));
    Path path = root.resolve("../shared/data/vectors").resolve(folder);
    assumeTrue(Files.isDirectory(path), () -> "left out: published vectors are not at " + path);
    return path;
  }
}
