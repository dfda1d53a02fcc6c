// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.login;

import java.util.List;
import java.util.Optional;
import lat.enlace.exchange.Officer;
import lat.enlace.model.OfficerId;
import lat.enlace.workbench.Staff;

/// The accounts as the pages keep them.
public final class AccountBook implements Staff {
  private final Accounts accounts;
  private final Passwords passwords;
  private final Lockout lockout;

  /// On `accounts`; wrong passwords count against `lockout`, as at the door.
  public AccountBook(Accounts accounts, Passwords passwords, Lockout lockout) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.lockout = lockout;
  }

  @Override
  public List<Entry> all() {
    return accounts.all().stream()
        .map(account ->
            new Entry(
                account.officer(),
                account.active(),
                lockout.locked(account.officer().id(), Lockout.Secret.PASSWORD),
                !account.approvalKey().isEmpty()))
        .toList();
  }

  @Override
  public Outcome open(Officer officer, String password) {
    return outcome(() -> accounts.create(officer, password));
  }

  @Override
  public Outcome setOpen(OfficerId id, boolean open) {
    return outcome(() -> accounts.setActive(id, open));
  }

  @Override
  public Outcome unlock(OfficerId id) {
    if (accounts.find(id).isEmpty()) {
      return Outcome.NO_ACCOUNT;
    }
    lockout.succeeded(id, Lockout.Secret.PASSWORD);
    return Outcome.DONE;
  }

  @Override
  public Outcome setPassword(OfficerId id, String password) {
    return outcome(() -> accounts.changePassword(id, password));
  }

  @Override
  public Outcome changePassword(OfficerId id, String before, String password) {
    Optional<Account> account = accounts.find(id).filter(Account::active);
    if (account.isEmpty() || lockout.locked(id, Lockout.Secret.PASSWORD)) {
      return Outcome.WRONG_PASSWORD;
    }
    if (!passwords.matches(before, account.get().passwordHash())) {
      lockout.failed(id, Lockout.Secret.PASSWORD);
      return Outcome.WRONG_PASSWORD;
    }
    lockout.succeeded(id, Lockout.Secret.PASSWORD);
    return setPassword(id, password);
  }

  @Override
  public Outcome makeKey(OfficerId id, String passphrase) {
    return outcome(() -> accounts.givePersonalKey(id, passphrase));
  }

  /// Something done to an account.
  @FunctionalInterface
  private interface Deed {
    void run() throws LoginException;
  }

  private static Outcome outcome(Deed deed) {
    try {
      deed.run();
      return Outcome.DONE;
    } catch (LoginException e) {
      return switch (e.code()) {
        case NO_ACCOUNT -> Outcome.NO_ACCOUNT;
        case EXISTS -> Outcome.EXISTS;
        case WEAK_PASSWORD -> Outcome.WEAK_PASSWORD;
        case ROLES_TOGETHER -> Outcome.ROLES_TOGETHER;
        case WEAK_PASSPHRASE -> Outcome.WEAK_PASSPHRASE;
        case KEYS -> Outcome.UNAVAILABLE;
      };
    }
  }
}
