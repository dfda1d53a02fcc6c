// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lat.enlace.node.keys.PrivateFiles;

/// A folder of backups named by their time, which stay for some days only: what a node erased is
/// gone from its backups when the last one that has it has gone (docs/operate/backup.md).
public final class BackupRotation {
  private static final String PREFIX = "enlace-";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path into;
  private final Duration stay;

  /// @param into the folder of backups
  /// @param stay how long each stays
  public BackupRotation(Path into, Duration stay) {
    this.into = into;
    this.stay = stay;
  }

  /// The folder of a backup made at {@code now}.
  public Path next(Instant now) {
    return into.resolve(PREFIX + TIME.format(now));
  }

  /// Ends the backups made longer ago than they may stay: first their keys, overwritten, then the
  /// rest. One that is not finished counts as any other. What is not named as a backup is left
  /// alone.
  ///
  /// @return those that ended, the oldest first
  public List<Path> end(Instant now) throws IOException {
    List<Path> over = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(into, PREFIX + "*")) {
      for (Path one : all) {
        if (madeAt(one).filter(made -> made.plus(stay).isBefore(now)).isPresent()) {
          over.add(one);
        }
      }
    }
    over.sort(Comparator.naturalOrder());
    for (Path one : over) {
      remove(one);
    }
    return over;
  }

  private static Optional<Instant> madeAt(Path folder) {
    String name = String.valueOf(folder.getFileName()).substring(PREFIX.length());
    try {
      return Files.isDirectory(folder)
          ? Optional.of(Instant.from(TIME.parse(name)))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static void remove(Path backup) throws IOException {
    Path keys = backup.resolve("keys");
    if (Files.isDirectory(keys)) {
      try (DirectoryStream<Path> each = Files.newDirectoryStream(keys)) {
        for (Path key : each) {
          PrivateFiles.destroy(key);
        }
      }
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(backup)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
