// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench;

import java.util.List;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.Officer;
import lat.enlace.model.Coded;
import lat.enlace.model.OfficerId;

/// The accounts of this node, as its operator and their holders keep them. Implemented by the node.
public interface Staff {
  /// All accounts, closed ones too, by name.
  List<Entry> all();

  /// Opens an account.
  Outcome open(OfficerId by, Officer officer, String password);

  /// Closes an account: nobody logs in to it, what it did stays on the ledger. Or opens it again.
  Outcome setOpen(OfficerId by, OfficerId id, boolean open);

  /// Forgets wrong passwords, so that a locked account opens at once.
  Outcome unlock(OfficerId by, OfficerId id);

  /// Gives somebody else's account another password.
  Outcome setPassword(OfficerId by, OfficerId id, String password);

  /// The same by its holder, who knows the one before.
  Outcome changePassword(OfficerId id, String before, String password);

  /// Gives an authority a personal key under a passphrase that only he knows. With the passphrase
  /// of the key before it takes its place; without, it signs once the rights officer confirmed it.
  ///
  /// @param before empty if there is none before, or it is lost
  Outcome makeKey(OfficerId id, String before, String passphrase);

  /// The rights officer, who asked the authority in person, confirms or refuses a key.
  ///
  /// @param compared the SHA-256 of the key that the two compared: no other one is decided
  Outcome decideKey(OfficerId by, OfficerId id, Hash compared, boolean confirmed);

  /// An account.
  ///
  /// @param open false once it was closed
  /// @param locked true while too many wrong tries keep it shut
  /// @param key true if it has a personal key
  /// @param awaiting the SHA-256 of a key that awaits the rights officer: none or one
  record Entry(Officer officer, boolean open, boolean locked, boolean key, List<Hash> awaiting) {
    /// Copies the list.
    public Entry {
      awaiting = List.copyOf(awaiting);
    }
  }

  /// What came of a deed.
  enum Outcome implements Coded {
    /// Done.
    DONE("done"),
    /// There is an account of this name.
    EXISTS("exists"),
    /// There is none.
    NO_ACCOUNT("no-account"),
    /// Too short, too long, too common, or holds the account's name.
    WEAK_PASSWORD("weak-password"),
    /// The passphrase of a personal key is too short.
    WEAK_PASSPHRASE("weak-passphrase"),
    /// No key awaits confirmation.
    NO_KEY("no-key"),
    /// Another key awaits confirmation by now than the one that was compared.
    ANOTHER_KEY("another-key"),
    /// Roles that one person must not hold together.
    ROLES_TOGETHER("roles-together"),
    /// The password given is not the one in force, or was tried too often.
    WRONG_PASSWORD("wrong-password"),
    /// The vault refused, or the ledger takes no entries now.
    UNAVAILABLE("unavailable");

    private final String code;

    Outcome(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }
}
