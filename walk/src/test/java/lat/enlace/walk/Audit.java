// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.walk;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// What axe says of a page: the rules of WCAG 2.2 at level AA, and its best practices. Officers
/// walk with scripts switched off, and axe is a script: it judges the very same document, shown
/// once more on a page of its own.
final class Audit implements AutoCloseable {
  private static final String RUN =
      """
      () => axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        resultTypes: ['violations'],
      }).then(result => result.violations.map(violation =>
        violation.impact + ' ' + violation.id + ': '
          + violation.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')))
      """;

  private final String axe;
  private final BrowserContext context;
  private final Page page;
  private final Set<String> judged = new HashSet<>();

  private Audit(String axe, BrowserContext context) {
    this.axe = axe;
    this.context = context;
    this.page = context.newPage();
  }

  static Audit open(Browser browser) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Audit.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
      String axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Audit(axe, browser.newContext());
    }
  }

  /// One line per rule that {@code seen} breaks. A page is judged once for each width: in another
  /// language it is the same document.
  List<String> of(Page seen, String name) {
    if (!judged.add(name + " " + seen.viewportSize().width)) {
      return List.of();
    }
    String document = seen.content();
    page.setViewportSize(seen.viewportSize().width, seen.viewportSize().height);
    page.unrouteAll();
    page.route(
        "**/*",
        route -> {
          if (route.request().isNavigationRequest()) {
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html; charset=utf-8")
                    .setBody(document));
          } else {
            route.resume();
          }
        });
    page.navigate(seen.url());
    page.evaluate(axe);
    return ((List<?>) page.evaluate(RUN)).stream().map(String::valueOf).toList();
  }

  @Override
  public void close() {
    context.close();
  }
}
