// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import lat.enlace.bytes.Bytes;

/// A small file named on the command line.
final class InputFile {
  private static final long MAX_BYTES = 64L << 20;

  private InputFile() {}

  /// @throws IOException with a message that names the file, if it is not there or too large
  static Bytes read(Path file) throws IOException {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new IOException(file + ": larger than 64 MiB, not what this command reads");
      }
      return Bytes.copyOf(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": no such file", e);
    }
  }
}
