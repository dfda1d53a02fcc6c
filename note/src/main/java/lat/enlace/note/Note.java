// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.note;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;

/// A text and the lines of those who say they signed it (C2SP signed-note). Not verified: nothing
/// may rest on it before {@link #verify} or {@link #verifyAll}.
public record Note(String text, List<NoteSignature> signatures) {
  private static final String SEPARATOR = "\n\n";

  /// Checks text and bounds. Zero signatures are allowed here, so that a note can be signed line by
  /// line; {@link #parse} demands one.
  public Note {
    signatures = List.copyOf(signatures);
    if (problemWith(text).isPresent()) {
      throw new IllegalArgumentException("not a note text");
    }
    if (signatures.size() > NoteBounds.MAX_SIGNATURES) {
      throw new IllegalArgumentException("too many signatures");
    }
  }

  /// A text nobody has signed yet.
  ///
  /// @throws NoteException if it cannot be the text of a note
  public static Note unsigned(String text) throws NoteException {
    Optional<NoteException.Code> problem = problemWith(text);
    if (problem.isPresent()) {
      throw new NoteException(problem.get());
    }
    return new Note(text, List.of());
  }

  /// Reads a whole note.
  ///
  /// @throws NoteException with code TOO_LARGE, CHARACTERS, FORM, SIGNATURE_LINE or NAME
  public static Note parse(Bytes encoded) throws NoteException {
    if (encoded.size() > NoteBounds.MAX_NOTE_BYTES) {
      throw new NoteException(NoteException.Code.TOO_LARGE);
    }
    String whole = decode(encoded);
    int split = whole.lastIndexOf(SEPARATOR);
    if (split < 0 || !whole.endsWith("\n") || split + SEPARATOR.length() == whole.length()) {
      throw new NoteException(NoteException.Code.FORM);
    }
    Note note = unsigned(whole.substring(0, split + 1));
    String lines = whole.substring(split + SEPARATOR.length(), whole.length() - 1);
    return new Note(note.text, parseLines(lines));
  }

  /// The whole note as it is stored and sent.
  public Bytes bytes() {
    StringBuilder out = new StringBuilder(text).append('\n');
    for (NoteSignature signature : signatures) {
      out.append(signature.line()).append('\n');
    }
    return Bytes.utf8(out.toString());
  }

  /// The same note with one line more.
  public Note with(NoteSignature line) {
    List<NoteSignature> all = new ArrayList<>(signatures);
    all.add(line);
    return new Note(text, all);
  }

  /// The same note with a line by `signer`, made at `at` where its type carries a time.
  ///
  /// @throws NoteException if the signer cannot sign this text
  public Note sign(NoteSigner signer, Instant at) throws NoteException {
    return with(signer.sign(text, at));
  }

  /// Verifies every line by a key in `known`; lines by other keys are ignored. One that fails
  /// refuses the whole note, and at least one must be there.
  ///
  /// @throws NoteException with code SIGNATURE, TIME, NOT_A_CHECKPOINT or NO_KNOWN_SIGNATURE
  public VerifiedNote verify(Collection<VerifierKey> known) throws NoteException {
    List<VerifiedSignature> verified = new ArrayList<>();
    for (NoteSignature line : signatures) {
      for (VerifierKey key : known) {
        if (line.claims(key)) {
          verified.add(key.verify(text, line));
        }
      }
    }
    if (verified.isEmpty()) {
      throw new NoteException(NoteException.Code.NO_KNOWN_SIGNATURE);
    }
    return new VerifiedNote(this, verified);
  }

  /// As {@link #verify}, and every key in `required` must have signed.
  ///
  /// @throws NoteException as `verify`, and MISSING_SIGNATURE
  public VerifiedNote verifyAll(Collection<VerifierKey> required) throws NoteException {
    if (required.isEmpty()) {
      throw new IllegalArgumentException("a policy that requires nobody verifies nothing");
    }
    VerifiedNote verified = verify(required);
    for (VerifierKey key : required) {
      if (verified.by(key).isEmpty()) {
        throw new NoteException(NoteException.Code.MISSING_SIGNATURE);
      }
    }
    return verified;
  }

  private static List<NoteSignature> parseLines(String lines) throws NoteException {
    String[] split = lines.split("\n", NoteBounds.MAX_SIGNATURES + 1);
    if (split.length > NoteBounds.MAX_SIGNATURES) {
      throw new NoteException(NoteException.Code.TOO_LARGE);
    }
    List<NoteSignature> signatures = new ArrayList<>(split.length);
    for (String line : split) {
      signatures.add(NoteSignature.parse(line));
    }
    return signatures;
  }

  private static Optional<NoteException.Code> problemWith(String text) {
    if (text.isEmpty() || !text.endsWith("\n")) {
      return Optional.of(NoteException.Code.FORM);
    }
    if (text.codePoints().anyMatch(Note::forbidden)) {
      return Optional.of(NoteException.Code.CHARACTERS);
    }
    return Bytes.utf8(text).size() > NoteBounds.MAX_TEXT_BYTES
        ? Optional.of(NoteException.Code.TOO_LARGE)
        : Optional.empty();
  }

  private static boolean forbidden(int point) {
    boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return surrogate || (point < 0x20 && point != '\n');
  }

  private static String decode(Bytes encoded) throws NoteException {
    try {
      return encoded.text();
    } catch (MalformedBytesException e) {
      throw new NoteException(NoteException.Code.CHARACTERS, e);
    }
  }
}
