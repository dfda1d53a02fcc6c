// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.login;

import lat.enlace.bytes.Hash;
import lat.enlace.exchange.AccountDeed;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.model.OfficerId;
import lat.enlace.workbench.Core;

/// What people do with accounts. Each deed is entered in the ledger before it is done, and is not
/// done if it cannot be entered.
public final class AccountDesk {
  private final Accounts accounts;
  private final Passwords passwords;
  private final Lockout lockout;
  private final SessionTerms terms;
  private final Core core;

  /// On `accounts`, with deeds in the ledger of `core`.
  public AccountDesk(
      Accounts accounts, Passwords passwords, Lockout lockout, SessionTerms terms, Core core) {
    this.terms = terms;
    this.accounts = accounts;
    this.passwords = passwords;
    this.lockout = lockout;
    this.core = core;
  }

  /// Opens an account.
  public void open(OfficerId by, Officer officer, String password)
      throws LoginException, ExchangeException {
    Account.checkTogether(officer.roles());
    passwords.require(officer.id(), password);
    if (accounts.find(officer.id()).isPresent()) {
      throw new LoginException(LoginException.Code.EXISTS);
    }
    enter(by, AccountDeed.OPEN, officer.id());
    accounts.create(officer, password);
  }

  /// Closes an account, or opens it again. Its sessions end.
  public void setActive(OfficerId by, OfficerId id, boolean active)
      throws LoginException, ExchangeException {
    accounts.require(id);
    enter(by, active ? AccountDeed.REOPEN : AccountDeed.CLOSE, id);
    accounts.setActive(id, active);
    terms.end(id);
  }

  /// Forgets the wrong passwords given at an account; never the wrong passphrases.
  void unlock(OfficerId by, OfficerId id) throws LoginException, ExchangeException {
    accounts.require(id);
    enter(by, AccountDeed.UNLOCK, id);
    lockout.forget(id, Lockout.Secret.PASSWORD);
  }

  /// Gives somebody else's account another password. Its sessions end.
  ///
  /// @throws LoginException with code WRONG_PASSWORD if it is one's own
  public void resetPassword(OfficerId by, OfficerId id, String password)
      throws LoginException, ExchangeException {
    if (by.equals(id)) {
      throw new LoginException(LoginException.Code.WRONG_PASSWORD);
    }
    accounts.require(id);
    passwords.require(id, password);
    enter(by, AccountDeed.RESET_PASSWORD, id);
    accounts.changePassword(id, password);
    terms.end(id);
  }

  /// Changes one's own password, knowing the one before. All other sessions of the account end.
  public void changePassword(OfficerId id, String before, String password)
      throws LoginException, ExchangeException {
    Account account = accounts.require(id);
    prove(id, Lockout.Secret.PASSWORD, () -> passwords.matches(before, account.passwordHash()));
    passwords.require(id, password);
    enter(id, AccountDeed.CHANGE_PASSWORD, id);
    accounts.changePassword(id, password);
    terms.end(id);
    LoggedIn.goesOn(id, terms);
  }

  /// Makes one's own personal key. With the passphrase of the one before it is in force at once;
  /// without, it awaits the rights officer, because whoever set the password could be making it.
  ///
  /// @param before empty if there is no key before, or its passphrase is lost
  public void makeKey(OfficerId id, String before, String passphrase)
      throws LoginException, ExchangeException {
    accounts.requireKeyFor(id, passphrase);
    if (before.isEmpty()) {
      enter(id, AccountDeed.MAKE_KEY, id);
      accounts.makeKey(id, passphrase);
      return;
    }
    prove(id, Lockout.Secret.PASSPHRASE, () -> accounts.opensKey(id, before));
    enter(id, AccountDeed.REPLACE_KEY, id);
    accounts.putKeyInForce(id, accounts.makeKey(id, passphrase));
  }

  /// The rights officer, who asked the authority in person, confirms or refuses the key.
  ///
  /// @param compared the SHA-256 of the public key that the two compared: no other one is decided
  /// @throws LoginException with code ANOTHER_KEY if another awaits him by now
  public void decideKey(OfficerId by, OfficerId id, Hash compared, boolean confirmed)
      throws LoginException, ExchangeException {
    accounts.requireAwaiting(id, compared);
    if (confirmed) {
      enter(by, AccountDeed.CONFIRM_KEY, id);
      accounts.putKeyInForce(id, compared);
    } else {
      enter(by, AccountDeed.REFUSE_KEY, id);
      accounts.refuseKey(id, compared);
    }
  }

  private void prove(OfficerId id, Lockout.Secret secret, Lockout.Check<LoginException> check)
      throws LoginException {
    if (lockout.attempt(id, secret, check) != Lockout.Outcome.RIGHT) {
      throw new LoginException(LoginException.Code.WRONG_PASSWORD);
    }
  }

  private void enter(OfficerId by, AccountDeed deed, OfficerId account) throws ExchangeException {
    core.with(exchange -> {
      exchange.records().enterAccount(by, deed, account);
      return deed;
    });
  }
}
