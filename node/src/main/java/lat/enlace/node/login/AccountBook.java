// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.login;

import java.util.List;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.model.OfficerId;
import lat.enlace.workbench.Staff;

/// The accounts as the pages keep them.
public final class AccountBook implements Staff {
  private final Accounts accounts;
  private final AccountDesk desk;
  private final Lockout lockout;

  /// On `accounts`, whose deeds `desk` does.
  public AccountBook(Accounts accounts, AccountDesk desk, Lockout lockout) {
    this.accounts = accounts;
    this.desk = desk;
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
                !account.approvalKey().isEmpty(),
                account.awaitingKey().isEmpty()
                    ? List.of()
                    : List.of(Hash.sha256(account.awaitingKey()))))
        .toList();
  }

  @Override
  public Outcome open(OfficerId by, Officer officer, String password) {
    return outcome(() -> desk.open(by, officer, password));
  }

  @Override
  public Outcome setOpen(OfficerId by, OfficerId id, boolean open) {
    return outcome(() -> desk.setActive(by, id, open));
  }

  @Override
  public Outcome unlock(OfficerId by, OfficerId id) {
    return outcome(() -> desk.unlock(by, id));
  }

  @Override
  public Outcome setPassword(OfficerId by, OfficerId id, String password) {
    return outcome(() -> desk.resetPassword(by, id, password));
  }

  @Override
  public Outcome changePassword(OfficerId id, String before, String password) {
    return outcome(() -> desk.changePassword(id, before, password));
  }

  @Override
  public Outcome makeKey(OfficerId id, String before, String passphrase) {
    return outcome(() -> desk.makeKey(id, before, passphrase));
  }

  @Override
  public Outcome decideKey(OfficerId by, OfficerId id, Hash compared, boolean confirmed) {
    return outcome(() -> desk.decideKey(by, id, compared, confirmed));
  }

  /// Something done to an account.
  @FunctionalInterface
  private interface Deed {
    void run() throws LoginException, ExchangeException;
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
        case NO_KEY -> Outcome.NO_KEY;
        case ANOTHER_KEY -> Outcome.ANOTHER_KEY;
        case WRONG_PASSWORD -> Outcome.WRONG_PASSWORD;
        case KEYS -> Outcome.UNAVAILABLE;
      };
    } catch (ExchangeException e) {
      return Outcome.UNAVAILABLE;
    }
  }
}
