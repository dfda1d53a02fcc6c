// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lat.enlace.note.NoteException;
import lat.enlace.note.SigningKey;

/// A file of signing keys, one text form a line, that only its owner can read.
record KeyFile(List<SigningKey> keys) {
  private static final String COMMENT = "#";
  private static final int MAX_BYTES = 1 << 16;

  KeyFile {
    keys = List.copyOf(keys);
  }

  static KeyFile read(Path file) throws IOException {
    List<SigningKey> keys = new ArrayList<>();
    for (String line : InputFile.lines(file, MAX_BYTES, "a key file")) {
      if (!line.isBlank() && !line.startsWith(COMMENT)) {
        try {
          keys.add(SigningKey.parseSecretText(line.strip()));
        } catch (NoteException e) {
          throw new IOException(file + ": " + FailureWords.of(e.code()), e);
        }
      }
    }
    if (keys.isEmpty()) {
      throw new IOException(file + ": holds no key");
    }
    return new KeyFile(keys);
  }

  /// Writes the keys to a new file that is never readable by others, not even for a moment.
  void writeNew(Path file) throws IOException {
    StringBuilder lines = new StringBuilder("# Secret. Whoever reads this file is the signer.\n");
    keys.forEach(key -> lines.append(key.exposeSecretText()).append('\n'));
    if (Files.exists(file)) {
      throw new IOException(file + ": is there already; keys are never overwritten");
    }
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file,
          PosixFilePermissions.asFileAttribute(
              Set.copyOf(PosixFilePermissions.fromString("rw-------"))));
    } else {
      Files.createFile(file);
    }
    Files.writeString(file, lines, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
  }
}
