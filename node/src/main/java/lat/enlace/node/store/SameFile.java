// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/// Whether the file of an embedded database is still the one that was opened. An open connection
/// does not notice that its file was moved or deleted, and a new one would begin an empty database.
/// Of a database on a server nothing is looked at.
final class SameFile {
  private final List<Path> file;
  private volatile List<Object> remembered = List.of();
  private volatile boolean opened;

  /// @param file none or one
  SameFile(List<Path> file) {
    this.file = List.copyOf(file);
  }

  /// From now on it must be this file.
  void remember() {
    remembered = file.stream().flatMap(path -> key(path).stream()).toList();
    opened = true;
  }

  /// True if it is, or nothing was opened yet.
  boolean isThere() {
    if (!opened || file.isEmpty()) {
      return true;
    }
    Path path = file.getFirst();
    return Files.isRegularFile(path) && key(path).equals(remembered);
  }

  /// What tells it from another file of the same name; nothing where a file system has no such
  /// thing, or has no such file.
  private static List<Object> key(Path path) {
    try {
      Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
      return key == null ? List.of() : List.of(key);
    } catch (IOException e) {
      return List.of();
    }
  }
}
