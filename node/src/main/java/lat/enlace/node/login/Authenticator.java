// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.login;

import java.util.Optional;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.Clock;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.model.OfficerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// Checks name and password. A wrong password, a name without account, a closed account and a
/// locked name look alike.
public final class Authenticator implements AuthenticationProvider {
  private static final Logger LOG = LoggerFactory.getLogger(Authenticator.class);

  private final Accounts accounts;
  private final Passwords passwords;
  private final RecentPasswords remembered;
  private final Lockout lockout;
  private final SessionTerms terms;

  /// On `accounts`.
  public Authenticator(
      Accounts accounts, Passwords passwords, Lockout lockout, SessionTerms terms, Clock clock) {
    this.terms = terms;
    this.accounts = accounts;
    this.passwords = passwords;
    this.remembered = new RecentPasswords(passwords, clock);
    this.lockout = lockout;
  }

  /// The officer, if `password` is his. Whatever is wrong, one password is hashed.
  public Optional<Officer> officer(String name, String password) {
    Optional<Account> account = id(name).flatMap(accounts::find).filter(Account::active);
    if (account.isEmpty()) {
      passwords.matchNobody(password);
      return Optional.empty();
    }
    Officer officer = account.get().officer();
    String hash = account.get().passwordHash();
    Lockout.Outcome outcome =
        lockout.attempt(
            officer.id(), Lockout.Secret.PASSWORD, () -> remembered.matches(password, hash));
    return switch (outcome) {
      case RIGHT -> Optional.of(officer);
      case WRONG -> Optional.empty();
      case LOCKED -> {
        passwords.matchNobody(password);
        yield Optional.empty();
      }
    };
  }

  /// The authentication that stands for `officer` in this term of his sessions.
  private static Authentication authenticated(Officer officer, int term) {
    UsernamePasswordAuthenticationToken token =
        UsernamePasswordAuthenticationToken.authenticated(
            officer.id().value(),
            null,
            officer.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.code()))
                .toList());
    token.setDetails(term);
    return token;
  }

  @Override
  public Authentication authenticate(Authentication attempt) throws AuthenticationException {
    Optional<Officer> officer;
    // Looked at before the password: one that is changed meanwhile ends this session too.
    int term = id(attempt.getName()).map(terms::of).orElse(0);
    try {
      officer = officer(attempt.getName(), String.valueOf(attempt.getCredentials()));
    } catch (StoreException e) {
      throw new AuthenticationServiceException("the accounts cannot be read", e);
    }
    if (officer.isEmpty()) {
      LOG.atInfo().addKeyValue("event", "login.refused").log("login");
    }
    return officer
        .map(found -> authenticated(found, term))
        .orElseThrow(() -> new BadCredentialsException("refused"));
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }

  private static Optional<OfficerId> id(String name) {
    try {
      return Optional.of(new OfficerId(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
