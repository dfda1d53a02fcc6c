// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What one node process did to its files and which of it was made durable, written down outside
/// its data folder before and after each step. A killed process loses nothing of it: the operating
/// system has each line when the step begins.
final class MediaNotes {
  /// Words at the beginning of a line.
  enum Word {
    /// The content of a file up to a length will survive; a length below zero: its absence.
    SYNCED,
    /// A file is about to grow from a length; below zero: from nothing.
    GROWS,
    /// A file is about to be overwritten in place.
    OVERWRITTEN,
    /// A file is about to be replaced or deleted; what it held is kept under a number, below zero
    /// if it was not there.
    KEPT,
    /// A transaction is durable: salts and frames of the database's log.
    ROWS
  }

  private final Path folder;
  private final FileChannel channel;
  private long copies;

  private MediaNotes(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /// Begins them in `folder`, or goes on where a process that was killed left off: what it did not
  /// sync is still not safe.
  static MediaNotes begin(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            lines(folder),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND);
    MediaNotes notes = new MediaNotes(folder, channel);
    while (Files.exists(copy(folder, notes.copies))) {
      notes.copies++;
    }
    return notes;
  }

  /// Where the lines are.
  static Path lines(Path folder) {
    return folder.resolve("media.txt");
  }

  /// Where a kept copy is.
  static Path copy(Path folder, long number) {
    return folder.resolve("kept-" + number);
  }

  void synced(Path file, long length) {
    note(Word.SYNCED + " " + length + " " + file);
  }

  void grows(Path file) throws IOException {
    note(Word.GROWS + " " + (Files.exists(file) ? Files.size(file) : -1) + " " + file);
  }

  void overwritten(Path file) {
    note(Word.OVERWRITTEN + " 0 " + file);
  }

  synchronized void kept(Path file) throws IOException {
    long number = -1;
    if (Files.exists(file)) {
      number = copies++;
      Files.copy(file, copy(folder, number));
    }
    note(Word.KEPT + " " + number + " " + file);
  }

  void rows(WalMark mark) {
    note(Word.ROWS + " " + mark.frames() + " " + mark.salts());
  }

  private synchronized void note(String line) {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
