// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.login;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.model.Agency;
import lat.enlace.model.AgencyId;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.Language;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.StateCode;
import lat.enlace.model.UnitId;
import lat.enlace.workbench.FirstOperator;

/// The one-time code of a node that has no account yet. It lives in memory until it is used, ten
/// wrong tries or the next start.
public final class FirstCode implements FirstOperator {
  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 20;
  private static final int GROUP = 5;
  private static final int TRIES = 10;

  private final Accounts accounts;
  private final Passwords passwords;
  private final StateCode state;
  private final Language language;
  private final Founding founding;
  private final String code;
  private int triesLeft = TRIES;

  /// Enters the first account in the ledger before it is opened.
  @FunctionalInterface
  public interface Founding {
    /// Enters it, or throws.
    void enter(OfficerId first) throws ExchangeException;
  }

  /// Makes a fresh code.
  public FirstCode(
      Accounts accounts,
      Passwords passwords,
      StateCode state,
      Language language,
      Founding founding,
      SecureRandom random) {
    this.founding = founding;
    this.accounts = accounts;
    this.passwords = passwords;
    this.state = state;
    this.language = language;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % GROUP == 0) {
        text.append('-');
      }
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    this.code = text.toString();
  }

  /// The code, to be printed once on the console of whoever started the node.
  public String exposeCode() {
    return code;
  }

  @Override
  public boolean awaited() {
    return accounts.none();
  }

  @Override
  public synchronized Outcome create(String typed, OfficerId id, String password) {
    if (triesLeft <= 0) {
      return Outcome.REFUSED;
    }
    if (!Bytes.utf8(typed.strip()).equalsConstantTime(Bytes.utf8(code))) {
      triesLeft--;
      return Outcome.REFUSED;
    }
    try {
      passwords.require(id, password);
      founding.enter(id);
    } catch (LoginException e) {
      return Outcome.WEAK_PASSWORD;
    } catch (ExchangeException e) {
      return Outcome.REFUSED;
    }
    if (!accounts.createFirst(operator(id), password)) {
      return Outcome.REFUSED;
    }
    triesLeft = 0;
    return Outcome.CREATED;
  }

  private Officer operator(OfficerId id) {
    AgencyId agency = new AgencyId(state.value().toLowerCase(Locale.ROOT) + "-node");
    return new Officer(
        id,
        new Agency(agency, state, AgencyKind.POLICE),
        new UnitId("operations"),
        Set.of(Role.OPERATOR),
        language);
  }

  @Override
  public String toString() {
    return "FirstCode[]";
  }
}
