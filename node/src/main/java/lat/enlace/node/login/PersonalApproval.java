// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.Approval;
import lat.enlace.model.Role;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.keys.PersonalKeys;
import lat.enlace.workbench.Signing;
import lat.enlace.workbench.SigningException;

/// Approvals by personal keys: makes signatures for an authority who gives the passphrase, and
/// checks them against the public key of the account.
public final class PersonalApproval implements Approval, Signing {
  private final Accounts accounts;
  private final PersonalKeys keys;
  private final Lockout lockout;

  /// With keys of `accounts`; wrong passphrases count against `lockout`.
  public PersonalApproval(Accounts accounts, PersonalKeys keys, Lockout lockout) {
    this.accounts = accounts;
    this.keys = keys;
    this.lockout = lockout;
  }

  @Override
  public Approved check(Officer authority, Bytes text, Bytes signature)
      throws ApprovalRefusedException {
    Account account =
        accounts
            .find(authority.id())
            .filter(Account::active)
            .filter(found -> found.officer().has(Role.AUTHORITY))
            .orElseThrow(ApprovalRefusedException::new);
    if (!PersonalKeys.holds(account.approvalKey(), text, signature)) {
      throw new ApprovalRefusedException();
    }
    return new Approved(Hash.sha256(account.approvalKey()).base64(), signature);
  }

  @Override
  public Bytes sign(Officer authority, Bytes text, String passphrase) throws SigningException {
    List<Bytes> made = new ArrayList<>();
    Lockout.Outcome outcome;
    try {
      outcome =
          lockout.attempt(
              authority.id(),
              Lockout.Secret.PASSPHRASE,
              () -> {
                Optional<Bytes> signature = keys.sign(authority.id(), text, passphrase);
                signature.ifPresent(made::add);
                return signature.isPresent();
              });
    } catch (KeysException e) {
      throw new SigningException(SigningException.Code.NO_KEY);
    }
    return switch (outcome) {
      case RIGHT -> made.getFirst();
      case WRONG -> throw new SigningException(SigningException.Code.WRONG_PASSPHRASE);
      case LOCKED -> throw new SigningException(SigningException.Code.LOCKED);
    };
  }
}
