// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.login;

import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Officer;
import lat.enlace.model.Role;

/// A local account.
///
/// @param passwordHash as {@link Passwords} writes it
/// @param approvalKey the Ed25519 public key of an authority; empty for all others
/// @param awaitingKey one that counts once a second person confirmed it; empty if there is none
/// @param active false once the account was closed; accounts are never deleted, because the ledger
///   names them
public record Account(
    Officer officer, String passwordHash, Bytes approvalKey, Bytes awaitingKey, boolean active) {
  /// A new account.
  Account(Officer officer, String passwordHash) {
    this(officer, passwordHash, Bytes.EMPTY, Bytes.EMPTY, true);
  }

  /// The same account with another password.
  Account withPasswordHash(String hash) {
    return new Account(officer, hash, approvalKey, awaitingKey, active);
  }

  /// The same account with a personal key that awaits confirmation, or with none that does.
  Account withAwaitingKey(Bytes key) {
    return new Account(officer, passwordHash, approvalKey, key, active);
  }

  /// The same account, signing with the key that awaited it.
  Account withAwaitingKeyInForce() {
    return new Account(officer, passwordHash, awaitingKey, Bytes.EMPTY, active);
  }

  /// The same account, open or closed.
  Account withActive(boolean open) {
    return new Account(officer, passwordHash, approvalKey, awaitingKey, open);
  }

  /// Checks which roles go together.
  ///
  /// @throws LoginException with code ROLES_TOGETHER
  static void checkTogether(Set<Role> roles) throws LoginException {
    boolean worksCases = roles.contains(Role.ANALYST) || roles.contains(Role.DUTY_OFFICER);
    boolean alone =
        roles.contains(Role.AUTHORITY)
            || roles.contains(Role.RIGHTS_OFFICER)
            || roles.contains(Role.OPERATOR)
            || roles.contains(Role.AUDITOR);
    if (roles.isEmpty() || (worksCases && alone) || (alone && roles.size() > 1)) {
      throw new LoginException(LoginException.Code.ROLES_TOGETHER);
    }
  }

  @Override
  public String toString() {
    return "Account[" + officer.id() + "]";
  }
}
