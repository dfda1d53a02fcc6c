// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lat.enlace.workbench.NodeProfile;
import lat.enlace.workbench.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/// The language of a page: as asked for now, as chosen before, the officer's, the browser's, the
/// node's.
@Component("localeResolver")
public class Languages implements LocaleResolver {
  /// Request parameter that chooses a language.
  static final String PARAMETER = "lang";

  private static final String COOKIE = "enlace-lang";

  /// Languages the pages are written in.
  static final List<String> WRITTEN = List.of("es", "en");

  private final Session session;
  private final NodeProfile node;

  Languages(Session session, NodeProfile node) {
    this.session = session;
    this.node = node;
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return written(request.getParameter(PARAMETER))
        .or(() -> chosenBefore(request))
        .or(() -> session.officerIfKnown().flatMap(officer -> written(officer.language().code())))
        .or(() -> browser(request))
        .or(() -> written(node.language().code()))
        .orElse(Locale.ENGLISH);
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    if (response != null && locale != null) {
      response.addHeader(
          HttpHeaders.SET_COOKIE,
          ResponseCookie.from(COOKIE, locale.getLanguage())
              .path("/")
              .httpOnly(true)
              .secure(request.isSecure())
              .sameSite("Strict")
              .build()
              .toString());
    }
  }

  /// The language of {@code code}, if pages are written in it.
  static Optional<Locale> written(@Nullable String code) {
    return Optional.ofNullable(code).filter(WRITTEN::contains).map(Locale::of);
  }

  private static Optional<Locale> chosenBefore(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    return cookie == null ? Optional.empty() : written(cookie.getValue());
  }

  private static Optional<Locale> browser(HttpServletRequest request) {
    if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
      return Optional.empty();
    }
    return Collections.list(request.getLocales()).stream()
        .flatMap(locale -> written(locale.getLanguage()).stream())
        .findFirst();
  }
}
