// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import lat.enlace.bytes.Bytes;
import lat.enlace.note.Note;
import lat.enlace.note.NoteException;
import lat.enlace.note.NoteSignature;

/// A checkpoint and the lines of those who say they signed it. Not verified.
public record SignedCheckpoint(Checkpoint checkpoint, Note note) {
  /// Checks that the note is about the checkpoint.
  public SignedCheckpoint {
    if (!note.text().equals(checkpoint.text())) {
      throw new IllegalArgumentException("the note is about another checkpoint");
    }
  }

  /// Reads a signed note whose text is a checkpoint.
  ///
  /// @throws LedgerException with code CHECKPOINT or ORIGIN_FORM
  public static SignedCheckpoint parse(Bytes encoded) throws LedgerException {
    try {
      return of(Note.parse(encoded));
    } catch (NoteException e) {
      throw new LedgerException(LedgerException.Code.CHECKPOINT, e);
    }
  }

  /// The checkpoint that `note` carries.
  ///
  /// @throws LedgerException with code CHECKPOINT or ORIGIN_FORM
  public static SignedCheckpoint of(Note note) throws LedgerException {
    return new SignedCheckpoint(Checkpoint.parse(note.text()), note);
  }

  /// The same checkpoint with one line more, such as a witness's.
  public SignedCheckpoint with(NoteSignature line) {
    return new SignedCheckpoint(checkpoint, note.with(line));
  }

  /// The note as it is stored and sent.
  public Bytes bytes() {
    return note.bytes();
  }
}
