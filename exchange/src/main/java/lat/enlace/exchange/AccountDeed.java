// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import lat.enlace.model.Coded;

/// What is done to an account of this node (docs/spec/login.md, "Deeds on the ledger").
public enum AccountDeed implements Coded {
  /// The first account of a node is opened with the one-time code.
  FIRST("first"),
  /// An account is opened.
  OPEN("open"),
  /// It is closed.
  CLOSE("close"),
  /// It is opened again.
  REOPEN("reopen"),
  /// Its wrong tries are forgotten.
  UNLOCK("unlock"),
  /// Somebody else sets its password.
  RESET_PASSWORD("reset-password"),
  /// Its holder changes the password.
  CHANGE_PASSWORD("change-password"),
  /// A personal key is made with the passphrase of the one before, and takes its place.
  REPLACE_KEY("replace-key"),
  /// A personal key is made without that; it awaits the rights officer.
  MAKE_KEY("make-key"),
  /// The rights officer confirms it.
  CONFIRM_KEY("confirm-key"),
  /// He refuses it.
  REFUSE_KEY("refuse-key");

  private final String code;

  AccountDeed(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
