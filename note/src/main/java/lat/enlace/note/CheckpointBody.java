// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.note;

import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;

/// The three lines of a checkpoint: origin, tree size, root hash (C2SP tlog-checkpoint).
///
/// Stands here because cosignatures sign these fields rather than the text. Extension lines are
/// refused: an ML-DSA-44 signature does not cover them.
public record CheckpointBody(String origin, long size, Hash root) {
  private static final int MAX_SIZE_DIGITS = 19;

  /// Checks the fields.
  public CheckpointBody {
    if (size < 0) {
      throw new IllegalArgumentException("negative tree size");
    }
    if (!originWellFormed(origin)) {
      throw new IllegalArgumentException("not an origin line");
    }
  }

  /// Reads a note text.
  ///
  /// @throws NoteException with code NOT_A_CHECKPOINT
  public static CheckpointBody parse(String text) throws NoteException {
    List<String> lines = List.of(text.split("\n", -1));
    if (lines.size() != 4 || !lines.get(3).isEmpty() || !originWellFormed(lines.get(0))) {
      throw new NoteException(NoteException.Code.NOT_A_CHECKPOINT);
    }
    try {
      return new CheckpointBody(
          lines.get(0), parseDecimal(lines.get(1)), Hash.fromBase64(lines.get(2)));
    } catch (MalformedBytesException e) {
      throw new NoteException(NoteException.Code.NOT_A_CHECKPOINT, e);
    }
  }

  /// The note text, newline at its end.
  public String text() {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }

  private static boolean originWellFormed(String origin) {
    int size = Bytes.utf8(origin).size();
    return size > 0
        && size <= NoteBounds.MAX_NAME_BYTES
        && origin.codePoints().noneMatch(point -> point < 0x20);
  }

  private static long parseDecimal(String digits) throws NoteException {
    boolean canonical =
        !digits.isEmpty()
            && digits.length() <= MAX_SIZE_DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9')
            && (digits.length() == 1 || digits.charAt(0) != '0');
    if (!canonical) {
      throw new NoteException(NoteException.Code.NOT_A_CHECKPOINT);
    }
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw new NoteException(NoteException.Code.NOT_A_CHECKPOINT, e);
    }
  }
}
