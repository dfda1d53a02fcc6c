// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.workbench.Core;
import lat.enlace.workbench.NodeProfile;
import lat.enlace.workbench.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/// Puts the {@link Frame} around every page, and remembers a language that was chosen.
@Component
class FrameInterceptor implements HandlerInterceptor {
  private final Core core;
  private final Session session;
  private final NodeProfile node;
  private final Partners partners;
  private final Languages languages;

  FrameInterceptor(
      Core core, Session session, NodeProfile node, Partners partners, Languages languages) {
    this.core = core;
    this.session = session;
    this.node = node;
    this.partners = partners;
    this.languages = languages;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // Behind an error lies a form that perhaps nobody could read.
    if (request.getDispatcherType() != DispatcherType.ERROR) {
      Languages.written(request.getParameter(Languages.PARAMETER))
          .ifPresent(locale -> languages.setLocale(request, response, locale));
    }
    String path = path(request);
    Optional<Officer> officer = session.officerIfKnown();
    List<Frame.Way> ways =
        officer.map(who -> Ways.of(who, waiting(who, request), path)).orElse(List.of());
    request.setAttribute(
        "frame",
        new Frame(node, officer.stream().toList(), ways, tongues(path, request.getQueryString())));
    return true;
  }

  private static List<Frame.Tongue> tongues(String path, @Nullable String query) {
    return Languages.WRITTEN.stream()
        .map(code ->
            new Frame.Tongue(
                code,
                UriComponentsBuilder.fromPath(path)
                    .query(query == null ? "" : query)
                    .replaceQueryParam(Languages.PARAMETER, code)
                    .build()
                    .toUriString()))
        .toList();
  }

  /// What waits, unless this is the page for an error: that one must stand whatever the core does.
  private Map<Ways, Long> waiting(Officer officer, HttpServletRequest request) {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      return Map.of();
    }
    try {
      return core.with(exchange -> {
        partners.learn(exchange.standings().instruments());
        return Ways.waiting(exchange, officer);
      });
    } catch (ExchangeException e) {
      // The page itself says what is wrong; its frame stands without counts.
      return Map.of();
    }
  }

  /// The page asked for, also when an error page is shown in its place; a page that only takes
  /// posts has no address to come back to.
  private static String path(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path = failed instanceof String uri ? uri : request.getRequestURI();
    return "GET".equals(request.getMethod()) ? path : "/";
  }
}
