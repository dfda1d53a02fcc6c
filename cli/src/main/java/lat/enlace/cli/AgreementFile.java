// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.InstrumentReader;
import lat.enlace.instrument.InstrumentText;
import lat.enlace.note.Note;
import lat.enlace.note.NoteBounds;
import lat.enlace.note.NoteException;
import org.jspecify.annotations.Nullable;

/// An agreement in a file, with or without signatures.
///
/// @param signatures null if the file is the bare text
record AgreementFile(InstrumentText text, @Nullable Note signatures) {
  /// Reads a file. A file with signature lines is read as a note, any other as a bare text.
  static AgreementFile read(Path file) throws IOException, InstrumentException {
    Bytes bytes = bounded(file);
    Optional<Note> note = note(bytes);
    return note.isPresent()
        ? new AgreementFile(InstrumentText.of(Bytes.utf8(note.get().text())), note.get())
        : new AgreementFile(InstrumentText.of(bytes), null);
  }

  /// The content of a file that is no larger than a note may be.
  static Bytes bounded(Path file) throws IOException {
    return InputFile.read(file, NoteBounds.MAX_NOTE_BYTES, "an agreement");
  }

  Optional<Note> note() {
    return Optional.ofNullable(signatures);
  }

  Instrument instrument() throws InstrumentException {
    return InstrumentReader.read(text);
  }

  private static Optional<Note> note(Bytes bytes) {
    try {
      return Optional.of(Note.parse(bytes));
    } catch (NoteException e) {
      return Optional.empty();
    }
  }
}
