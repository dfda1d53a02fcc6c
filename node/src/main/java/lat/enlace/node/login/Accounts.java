// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.login;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.Officer;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.keys.PersonalKeys;
import lat.enlace.node.store.SqlDatabase;
import lat.enlace.node.store.SqlRows;

/// The accounts of this node, in its database.
public final class Accounts {
  private static final String SPACE = "account";
  private static final int MAX_ACCOUNTS = 10_000;
  private static final int MIN_PASSPHRASE_LENGTH = 12;

  private final SqlDatabase database;
  private final Passwords passwords;
  private final PersonalKeys personalKeys;

  /// On `database`.
  public Accounts(SqlDatabase database, Passwords passwords, PersonalKeys personalKeys) {
    this.database = database;
    this.passwords = passwords;
    this.personalKeys = personalKeys;
  }

  /// The account called `id`, closed ones too.
  public Optional<Account> find(OfficerId id) {
    return database.read(rows -> rows.get(SPACE, id.value())).map(AccountRow::read);
  }

  /// The officer called `id`, if his account is open.
  public Optional<Officer> active(OfficerId id) {
    return find(id).filter(Account::active).map(Account::officer);
  }

  /// All accounts, by name.
  public List<Account> all() {
    return database.read(rows -> rows.scan(SPACE, "", "", MAX_ACCOUNTS)).stream()
        .map(row -> AccountRow.read(row.value()))
        .toList();
  }

  /// True while nobody can log in.
  public boolean none() {
    return database.read(rows -> rows.scan(SPACE, "", "", 1)).isEmpty();
  }

  /// Opens an account.
  ///
  /// @throws LoginException with code EXISTS, WEAK_PASSWORD or ROLES_TOGETHER
  public void create(Officer officer, String password) throws LoginException {
    Account.checkTogether(officer.roles());
    passwords.require(officer.id(), password);
    add(officer, password);
  }

  /// Opens an account with a password that may be weak: for a demonstration, where it is printed.
  ///
  /// @throws LoginException with code EXISTS or ROLES_TOGETHER
  public void createSample(Officer officer, String password) throws LoginException {
    Account.checkTogether(officer.roles());
    add(officer, password);
  }

  private void add(Officer officer, String password) throws LoginException {
    Account account = new Account(officer, passwords.hash(password));
    boolean added =
        database.write(rows -> {
          if (rows.get(SPACE, officer.id().value()).isPresent()) {
            return false;
          }
          put(rows, account);
          return true;
        });
    if (!added) {
      throw new LoginException(LoginException.Code.EXISTS);
    }
  }

  /// Opens the first account, if there is none yet.
  boolean createFirst(Officer officer, String password) {
    Account account = new Account(officer, passwords.hash(password));
    return database.write(rows -> {
      if (!rows.scan(SPACE, "", "", 1).isEmpty()) {
        return false;
      }
      put(rows, account);
      return true;
    });
  }

  /// Gives an account another password.
  ///
  /// @throws LoginException with code NO_ACCOUNT or WEAK_PASSWORD
  public void changePassword(OfficerId id, String password) throws LoginException {
    passwords.require(id, password);
    String hash = passwords.hash(password);
    change(id, account -> account.withPasswordHash(hash));
  }

  /// Closes or opens an account again.
  ///
  /// @throws LoginException with code NO_ACCOUNT
  public void setActive(OfficerId id, boolean active) throws LoginException {
    change(id, account -> account.withActive(active));
  }

  /// Makes a personal key for an authority under a passphrase. It signs nothing until it is put in
  /// force.
  ///
  /// @return the SHA-256 of its public key
  /// @throws LoginException with code NO_ACCOUNT, ROLES_TOGETHER if the officer is no authority,
  ///   WEAK_PASSPHRASE or KEYS
  public Hash makeKey(OfficerId id, String passphrase) throws LoginException {
    requireKeyFor(id, passphrase);
    PersonalKeys.Made made = personalKeys.make(id, passphrase);
    changeWithKey(
        id,
        account -> {
          personalKeys.keep(id, made);
          return account.withAwaitingKey(made.publicKey());
        });
    return Hash.sha256(made.publicKey());
  }

  /// Puts the key that awaits it in force, in place of the one before.
  ///
  /// @param compared the SHA-256 of the public key that somebody compared
  /// @throws LoginException with code NO_ACCOUNT, NO_KEY if none awaits it, ANOTHER_KEY if another
  ///   does by now, or KEYS
  public void putKeyInForce(OfficerId id, Hash compared) throws LoginException {
    changeWithKey(
        id,
        account -> {
          requireAwaiting(account, compared);
          personalKeys.putInForce(id);
          return account.withAwaitingKeyInForce();
        });
  }

  /// Forgets the key that awaits being put in force.
  ///
  /// @param compared the SHA-256 of the public key that somebody compared
  /// @throws LoginException with code NO_ACCOUNT, NO_KEY, ANOTHER_KEY or KEYS
  void refuseKey(OfficerId id, Hash compared) throws LoginException {
    changeWithKey(
        id,
        account -> {
          requireAwaiting(account, compared);
          personalKeys.forgetAwaiting(id);
          return account.withAwaitingKey(Bytes.EMPTY);
        });
  }

  /// True if the key in force of `id` opens with `passphrase`.
  boolean opensKey(OfficerId id, String passphrase) throws LoginException {
    try {
      return personalKeys.has(id)
          && personalKeys.sign(id, Bytes.utf8("enlace/replace-key/v1"), passphrase).isPresent();
    } catch (KeysException e) {
      throw new LoginException(LoginException.Code.KEYS, e);
    }
  }

  /// Whether `passphrase` may be that of a new key of `id`.
  void requireKeyFor(OfficerId id, String passphrase) throws LoginException {
    if (!require(id).officer().has(Role.AUTHORITY)) {
      throw new LoginException(LoginException.Code.ROLES_TOGETHER);
    }
    if (passphrase.length() < MIN_PASSPHRASE_LENGTH) {
      throw new LoginException(LoginException.Code.WEAK_PASSPHRASE);
    }
  }

  /// Whether the key of `id` that awaits confirmation is the one that was compared.
  void requireAwaiting(OfficerId id, Hash compared) throws LoginException {
    requireAwaiting(require(id), compared);
  }

  private static void requireAwaiting(Account account, Hash compared) throws LoginException {
    if (account.awaitingKey().isEmpty()) {
      throw new LoginException(LoginException.Code.NO_KEY);
    }
    if (!Hash.sha256(account.awaitingKey()).equals(compared)) {
      throw new LoginException(LoginException.Code.ANOTHER_KEY);
    }
  }

  /// The account called `id`.
  Account require(OfficerId id) throws LoginException {
    return find(id).orElseThrow(() -> new LoginException(LoginException.Code.NO_ACCOUNT));
  }

  private void change(OfficerId id, UnaryOperator<Account> how) throws LoginException {
    boolean found =
        database.write(rows -> {
          Optional<Account> account = rows.get(SPACE, id.value()).map(AccountRow::read);
          account.ifPresent(before -> put(rows, how.apply(before)));
          return account.isPresent();
        });
    if (!found) {
      throw new LoginException(LoginException.Code.NO_ACCOUNT);
    }
  }

  /// A change of an account and of its personal key in the vault.
  @FunctionalInterface
  private interface KeyChange {
    Account of(Account account) throws LoginException, KeysException;
  }

  /// Changes key and row while no other change of either is under way: there is one writer.
  private void changeWithKey(OfficerId id, KeyChange how) throws LoginException {
    Optional<LoginException> refused =
        database.write(rows -> {
          Optional<Account> account = rows.get(SPACE, id.value()).map(AccountRow::read);
          if (account.isEmpty()) {
            return Optional.of(new LoginException(LoginException.Code.NO_ACCOUNT));
          }
          try {
            put(rows, how.of(account.get()));
            return Optional.empty();
          } catch (LoginException e) {
            return Optional.of(e);
          } catch (KeysException e) {
            return Optional.of(new LoginException(LoginException.Code.KEYS, e));
          }
        });
    if (refused.isPresent()) {
      throw refused.get();
    }
  }

  private static void put(SqlRows rows, Account account) {
    rows.put(SPACE, account.officer().id().value(), AccountRow.write(account));
  }
}
