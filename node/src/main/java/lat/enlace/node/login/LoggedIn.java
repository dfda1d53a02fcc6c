// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.login;

import java.util.Optional;
import lat.enlace.exchange.Officer;
import lat.enlace.model.OfficerId;
import lat.enlace.workbench.Session;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// The officer of the request, looked up again each time, so that a closed account counts at once.
public final class LoggedIn implements Session {
  private final Accounts accounts;

  /// On `accounts`.
  public LoggedIn(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Optional<Officer> officer() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null
        || authentication instanceof AnonymousAuthenticationToken
        || !authentication.isAuthenticated()) {
      return Optional.empty();
    }
    return accounts.active(new OfficerId(authentication.getName()));
  }
}
