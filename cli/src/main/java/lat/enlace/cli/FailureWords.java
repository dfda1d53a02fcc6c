// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import lat.enlace.gateway.GatewayException;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.note.NoteException;

/// Why a command could not do its work, in words that say what to do. Names files, never what
/// stands in them.
final class FailureWords {
  private FailureWords() {}

  static String of(Throwable failure) {
    return switch (failure) {
      case NoSuchFileException e -> e.getFile() + ": there is no such file or folder";
      case AccessDeniedException e -> e.getFile() + ": not allowed; check its owner and mode";
      case FileAlreadyExistsException e -> e.getFile() + ": is there already";
      case NotDirectoryException e -> e.getFile() + ": is no folder";
      case FileSystemException e ->
          e.getFile() + ": " + (e.getReason() == null ? "the file system refused" : e.getReason());
      case CharacterCodingException e -> "the text is not UTF-8; save it as UTF-8";
      case UncheckedIOException e -> said(e);
      case IOException e -> said(e);
      case GatewayException e -> said(e);
      case NoteException e -> of(e.code());
      case InstrumentException e -> of(e.code());
      case LogStorageException e -> ofStorage(e);
      case OutOfMemoryError e -> "not enough memory; allow more, for instance ENLACE_OPTS=-Xmx2g";
      case StackOverflowError e -> "the input is nested deeper than can be read";
      default -> fault(failure);
    };
  }

  /// What a code of a note or key means for whoever gave the file.
  static String of(NoteException.Code code) {
    String words =
        switch (code) {
          case CHARACTERS -> "not UTF-8, or a control character in it";
          case TOO_LARGE -> "larger than a signed text may be";
          case FORM -> "not a signed text: no blank line, no signatures, or cut short";
          case SIGNATURE_LINE -> "a signature line that is not dash, name, base64";
          case NAME ->
              "a key's name needs 1 to 255 bytes without space, plus or control character, for"
                  + " instance co.example/enlace/root";
          case KEY_FORM -> "not a key file as enlace keys generate writes it";
          case KEY_ID -> "a key was changed or mistyped: it does not fit its own id";
          case KEY_TYPE -> "a key of a type this version does not know";
          case KEY -> "a key of the wrong length, or none at all";
          case SIGNATURE -> "a signature does not verify";
          case NO_KNOWN_SIGNATURE -> "no signature by a known key";
          case MISSING_SIGNATURE -> "a signature that is required is missing";
          case NOT_A_CHECKPOINT -> "the key signs checkpoints and this is none";
          case TIME -> "a time that the format cannot carry";
          case SIGNER -> "the signing key could not be used";
        };
    return words + " (" + code + ")";
  }

  /// What a code of an agreement means for whoever gave the file.
  static String of(InstrumentException.Code code) {
    String words =
        switch (code) {
          case TEXT -> "the text has problems";
          case NOTE -> "not a signed agreement, or a signature does not verify";
          case MISSING_SIGNATURE -> "a party has not signed with all its root keys";
          case OTHER_TEXT -> "an accession to another text";
          case ACCESSION -> "the state is not among those that may join, or is a party already";
          case NODE_RECORD -> "a node record of another node, or one that does not follow the last";
        };
    return words + " (" + code + ")";
  }

  private static String ofStorage(LogStorageException e) {
    return e.getCause() == null
        ? "the ledger's files cannot be read (" + e.code() + ")"
        : "the ledger's files cannot be read: " + of(e.getCause());
  }

  private static String said(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /// A bug: where it happened and nothing that was read, which a message might show.
  private static String fault(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    return "a fault of the program, please report it: " + failure.getClass().getName() + where;
  }
}
