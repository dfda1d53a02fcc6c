// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;

/// A small file named on the command line. A pipe will do as well.
final class InputFile {
  private static final int MAX_BYTES = 64 << 20;

  private InputFile() {}

  /// At most 64 MiB.
  ///
  /// @throws IOException with a message that names the file, if it cannot be read or is too large
  static Bytes read(Path file) throws IOException {
    return read(file, MAX_BYTES, "what this command reads");
  }

  /// At most `limit` bytes.
  ///
  /// @param what what the file should be, for the message
  static Bytes read(Path file, int limit, String what) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": is a folder, a file is needed");
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(limit + 1);
      if (content.length > limit) {
        throw new IOException(file + ": larger than " + limit + " bytes, not " + what);
      }
      return Bytes.copyOf(content);
    }
  }

  /// The lines of a small text.
  static List<String> lines(Path file, int limit, String what) throws IOException {
    return text(file, limit, what).lines().toList();
  }

  /// A small text.
  static String text(Path file, int limit, String what) throws IOException {
    try {
      return read(file, limit, what).text();
    } catch (MalformedBytesException e) {
      throw new IOException(file + ": not UTF-8, so not " + what, e);
    }
  }
}
