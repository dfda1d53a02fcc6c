// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;

/// A small file named on the command line: a signed text, keys, a password. A pipe will do as well.
final class GivenFile {
  private static final int MAX_BYTES = 4 << 20;

  private GivenFile() {}

  /// @throws IOException with a message that names the file, if it cannot be read or is too large
  static Bytes read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": is a folder, a file is needed");
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(MAX_BYTES + 1);
      if (content.length > MAX_BYTES) {
        throw new IOException(file + ": larger than anything this command reads");
      }
      return Bytes.copyOf(content);
    }
  }

  /// The lines of a text.
  static List<String> lines(Path file) throws IOException {
    try {
      return read(file).text().lines().toList();
    } catch (MalformedBytesException e) {
      throw new IOException(file + ": is not UTF-8 text", e);
    }
  }
}
