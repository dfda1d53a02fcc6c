// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import lat.enlace.workbench.Session;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Ends a session whose officer may not come in any more: his account was closed, or its password
/// was changed elsewhere. From then on the request is a stranger's.
public final class EndedSessions extends OncePerRequestFilter {
  private final Session session;

  /// By what `session` says of each request.
  public EndedSessions(Session session) {
    this.session = session;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean loggedIn = SecurityContextHolder.getContext().getAuthentication() != null;
    if (loggedIn && session.officer().isEmpty()) {
      SecurityContextHolder.clearContext();
      HttpSession ended = request.getSession(false);
      if (ended != null) {
        ended.invalidate();
      }
    }
    chain.doFilter(request, response);
  }
}
