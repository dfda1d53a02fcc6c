// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.login;

import java.util.Objects;
import java.util.Optional;
import lat.enlace.exchange.Officer;
import lat.enlace.model.OfficerId;
import lat.enlace.workbench.Session;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// The officer of the request, looked up again each time, so that a closed account and a changed
/// password count at once.
public final class LoggedIn implements Session {
  private final Accounts accounts;
  private final SessionTerms terms;

  /// On `accounts`, for sessions whose term has not ended.
  public LoggedIn(Accounts accounts, SessionTerms terms) {
    this.accounts = accounts;
    this.terms = terms;
  }

  /// Lets the session of this request, if it is that of `account`, go on in the present term.
  static void goesOn(OfficerId account, SessionTerms terms) {
    Authentication present = SecurityContextHolder.getContext().getAuthentication();
    if (present instanceof AbstractAuthenticationToken own
        && present.getName().equals(account.value())) {
      own.setDetails(terms.of(account));
    }
  }

  @Override
  public Optional<Officer> officer() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null
        || authentication instanceof AnonymousAuthenticationToken
        || !authentication.isAuthenticated()) {
      return Optional.empty();
    }
    OfficerId id = new OfficerId(authentication.getName());
    return Objects.equals(authentication.getDetails(), terms.of(id))
        ? accounts.active(id)
        : Optional.empty();
  }
}
