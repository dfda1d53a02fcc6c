// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.io.IOException;
import java.net.BindException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.sql.SQLException;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.login.LoginException;
import lat.enlace.note.NoteException;
import org.jspecify.annotations.Nullable;

/// Why a command on a node could not do its work, in words that say what to do. Names files,
/// settings and accounts' rules, never what stands in a file.
final class FailureWords {
  private static final String DOCTOR = "; run ./enlace doctor --data DIR";

  private FailureWords() {}

  static String of(Throwable failure) {
    return switch (failure) {
      case ConfigException e -> ofConfig(e);
      case KeysException e -> e.getMessage() + ": " + of(e.code());
      case LoginException e -> e.code() + ": " + of(e.code());
      case InstrumentException e -> e.code() + ": " + of(e.code());
      case LedgerException e -> "the memory of the witness is damaged: " + e.code();
      case LogStorageException e -> "the folder cannot be used: " + e.code();
      case NoteException e -> e.code() + ": not a key file or signed text in its form";
      case ExchangeException e -> ofExchange(e);
      case StoreException e -> "database: " + e.code() + DOCTOR;
      case SQLException e -> "the database cannot be read" + DOCTOR;
      case BindException e -> "a port of node.properties is in use by another program";
      case MalformedBytesException e -> "the file is not UTF-8 text";
      case IOException e -> ofFile(e);
      default -> fault(failure);
    };
  }

  private static String ofFile(IOException failure) {
    return switch (failure) {
      case NoSuchFileException e -> e.getFile() + ": there is no such file or folder";
      case AccessDeniedException e -> e.getFile() + ": not allowed; check its owner and mode";
      case NotDirectoryException e -> e.getFile() + ": is no folder";
      case FileSystemException e ->
          e.getFile() + ": " + (e.getReason() == null ? "the file system refused" : e.getReason());
      case CharacterCodingException e -> "the file is not UTF-8 text";
      default ->
          failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    };
  }

  private static String ofConfig(ConfigException e) {
    String mend =
        switch (e.code()) {
          case NO_DATA_FOLDER -> "; make a node there with ./enlace node init, or name another";
          case EXISTS -> " is taken; name a new folder";
          case MISSING -> " is missing; set it (docs/operate/install.md)";
          case UNKNOWN -> " is no setting; correct node.properties (docs/operate/install.md)";
          case VALUE -> " is not as it must be; see docs/operate/install.md";
          case IN_USE -> " is open in another process; stop that node first";
          case FAILED -> cause(e.getCause());
        };
    return e.getMessage() + mend;
  }

  private static String of(KeysException.Code code) {
    return switch (code) {
      case NO_SUCH_KEY -> "not in this folder; restore the folder keys from a backup";
      case NOT_UNLOCKED -> "does not open; use the key file or passphrase it was made with";
      case NO_UNLOCKING_KEY -> "cannot be read; put the key file where node.properties says";
      case UNLOCKING_KEY_INSIDE ->
          "lies inside the data folder, where a thief would find both; keep it elsewhere";
      case READABLE_BY_OTHERS -> "others can read it; chmod 700 the folder and 600 the file";
      case EXISTS -> "is there already, perhaps of a node that was never finished; move it away";
      case FAILED -> "the file system refused; check that its folder is there and writable";
    };
  }

  private static String of(LoginException.Code code) {
    return switch (code) {
      case NO_ACCOUNT -> "no such account; give it roles with --role to make it";
      case EXISTS -> "there is such an account; leave out --role to change its password";
      case WEAK_PASSWORD ->
          "the password is too short, too common, or holds the account's name; take a longer one";
      case ROLES_TOGETHER ->
          "one person must not hold these roles together: an authority does not ask or release, an"
              + " operator and an auditor see no case data, a rights officer is nobody else";
      case WEAK_PASSPHRASE -> "the passphrase of a personal key is too short; take a longer one";
      case NO_KEY -> "no key of this account awaits confirmation";
      case ANOTHER_KEY -> "another key awaits confirmation by now; compare it anew";
      case WRONG_PASSWORD -> "one's own password is changed under My account, with the one before";
      case KEYS -> "the vault refused the personal key" + DOCTOR;
    };
  }

  private static String of(InstrumentException.Code code) {
    return switch (code) {
      case TEXT -> "the text has problems; see ./enlace instrument check";
      case NOTE -> "not a signed agreement, or a signature does not verify";
      case MISSING_SIGNATURE ->
          "a party has not signed with all its root keys; see ./enlace instrument verify";
      case OTHER_TEXT ->
          "an accession to another text than this node has adopted; adopt that agreement first";
      case ACCESSION -> "the state is not among those that may join, or is a party already";
      case NODE_RECORD -> "a node record of another node, or one that does not follow the last";
    };
  }

  private static String ofExchange(ExchangeException e) {
    String why =
        switch (e.getCause()) {
          case null -> "";
          case StoreException store -> " (database: " + store.code() + DOCTOR + ")";
          case Throwable cause when cause.getMessage() == null -> "";
          case Throwable cause -> " (" + cause.getMessage() + ")";
        };
    return e.code() + ": " + e.getMessage() + why;
  }

  private static String cause(@Nullable Throwable cause) {
    return cause == null ? "" : ": " + of(cause);
  }

  /// A bug: where it happened and nothing that was read, which a message might show.
  private static String fault(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    return "a fault of the program, please report it: " + failure.getClass().getName() + where;
  }
}
