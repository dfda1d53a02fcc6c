// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Files under {@code vectors/wire}.
public final class Vectors {
  private Vectors() {}

  /// The top of the repository.
  public static Path root() {
    return Path.of(System.getProperty("enlace.root"));
  }

  /// All files below a folder, in order.
  public static List<Path> files(String folder) {
    try (Stream<Path> files = Files.walk(root().resolve("vectors/wire").resolve(folder))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// The bytes of a file.
  public static Bytes bytes(Path file) {
    try {
      return Bytes.copyOf(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// A file name without its extension.
  public static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
  }

  /// The folder a file stands in: for faults, the code they are refused with.
  public static String code(Path file) {
    return file.getName(file.getNameCount() - 2).toString();
  }

  /// A JSON vector.
  public static JsonNode json(Path file) {
    return new ObjectMapper().readTree(bytes(file).toArray());
  }

  /// A hexadecimal field of a JSON vector.
  public static Bytes hex(JsonNode vector, String field) {
    try {
      return Bytes.fromHex(vector.get(field).asString());
    } catch (MalformedBytesException e) {
      throw new IllegalStateException(e);
    }
  }
}
