// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/// What a node under torture is told while it runs, in a file beside its data folder.
///
/// @param clock how far its clock is ahead
/// @param full true if its storage says that no room is left
record Switches(Duration clock, boolean full) {
  static final Switches USUAL = new Switches(Duration.ZERO, false);

  private static final String FULL = "full";
  private static final String ROOM = "room";

  /// Those that the file says; the usual ones where there is none.
  static Switches read(Path file) throws IOException {
    try {
      String[] words = Files.readString(file, StandardCharsets.UTF_8).strip().split(" ", 2);
      return new Switches(Duration.ofMillis(Long.parseLong(words[0])), words[1].equals(FULL));
    } catch (NoSuchFileException e) {
      return USUAL;
    }
  }

  /// Puts them into the file, whole at once.
  void write(Path file) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.writeString(next, clock.toMillis() + " " + (full ? FULL : ROOM), StandardCharsets.UTF_8);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
