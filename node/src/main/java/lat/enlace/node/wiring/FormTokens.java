// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/// The tokens of forms. Whoever is logged in has his in his session; a stranger has it in a cookie
/// that no script reads, so that a stranger's visit leaves nothing in this node's memory.
///
/// A stranger's form is taken if it holds the token of the cookie: another site can send a form
/// with that cookie's owner, but neither read nor choose the cookie. At the log-in it is thrown
/// away.
final class FormTokens implements CsrfTokenRepository {
  private static final String HEADER = "X-CSRF-TOKEN";

  private final CsrfTokenRepository sessions;
  private final CsrfTokenRepository strangers;

  /// @param cookie the name of the strangers' cookie
  /// @param https true if people come by TLS: then the cookie is bound to this very host
  FormTokens(String cookie, boolean https) {
    HttpSessionCsrfTokenRepository inSession = new HttpSessionCsrfTokenRepository();
    inSession.setHeaderName(HEADER);
    sessions = inSession;
    CookieCsrfTokenRepository inCookie = new CookieCsrfTokenRepository();
    inCookie.setHeaderName(HEADER);
    inCookie.setCookieName((https ? "__Host-" : "") + cookie);
    inCookie.setCookiePath("/");
    inCookie.setCookieCustomizer(made -> made.httpOnly(true).secure(https).sameSite("Strict"));
    strangers = inCookie;
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return of(request).generateToken(request);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    of(request).saveToken(token, request, response);
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return of(request).loadToken(request);
  }

  private CsrfTokenRepository of(HttpServletRequest request) {
    return request.getSession(false) == null ? strangers : sessions;
  }
}
