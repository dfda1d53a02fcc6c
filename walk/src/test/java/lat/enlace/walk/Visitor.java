// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lat.enlace.demo.DemoState;

/// Someone in front of a browser of his own: what he can do with a page, and what every page must
/// hold.
final class Visitor implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;
  private static final int PAUSE_MILLIS = 250;
  private static final int MOST_STOPS = 200;
  private static final Set<String> COMPLAINTS = Set.of("error", "warning", "assert");
  private static final Pattern SESSION = Pattern.compile("^enlace-[a-z]{2}$");
  private static final String STANDS = "selector => document.activeElement.matches(selector)";
  private static final String FOCUS =
      """
      () => { const at = document.activeElement; const style = getComputedStyle(at);
        return at === document.body ? 'nowhere'
          : style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 ? 'shown'
          : at.outerHTML.slice(0, 120); }
      """;
  private static final Pattern LEFT_BLANK = Pattern.compile("\\?\\?[a-zA-Z.]+_?[a-z]*\\?\\?");

  private final FourStates.Ground ground;
  private final DemoState state;
  private final Look look;
  private final BrowserContext context;
  private final Page page;
  private final List<String> troubles = new ArrayList<>();
  private int loads;

  Visitor(FourStates.Ground ground, DemoState state, Look look, boolean scripts) {
    this.ground = ground;
    this.state = state;
    this.look = look;
    this.context =
        ground
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(ground.ports().page(state))
                    .setJavaScriptEnabled(scripts)
                    .setViewportSize(look.width(), look.height()));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    this.page = context.newPage();
    watch();
    go("login?lang=" + look.language());
  }

  private void watch() {
    page.onLoad(loaded -> loads++);
    page.onPageError(error -> troubles.add("script failed: " + error));
    page.onConsoleMessage(message -> {
      // The browser says this of every page with such a status; pages for errors are looked at.
      boolean status = message.text().startsWith("Failed to load resource");
      if (!status && COMPLAINTS.contains(message.type())) {
        troubles.add("console: " + message.text());
      }
    });
    page.onRequest(request -> {
      if (!request.url().startsWith(ground.ports().page(state))) {
        troubles.add("asked another host: " + request.url());
      }
    });
    page.onResponse(response -> {
      if (response.status() >= 400 && !response.request().isNavigationRequest()) {
        troubles.add(response.status() + " for " + response.url());
      }
    });
  }

  Page page() {
    return page;
  }

  Look look() {
    return look;
  }

  void enter(DemoState.Account account) {
    enter(account.id(), account.password());
    assertThat(at("#officer").innerText()).isEqualTo(account.id());
  }

  void enter(String name, String password) {
    fill("username", name);
    fill("password", password);
    press("#login button");
  }

  /// What the node does by itself after half an hour: the browser still has its cookie, and no
  /// session stands behind it.
  void endSession() {
    List<Cookie> stale =
        context.cookies().stream()
            .map(cookie ->
                new Cookie(cookie.name, "0".repeat(cookie.value.length()))
                    .setDomain(cookie.domain)
                    .setPath(cookie.path))
            .toList();
    context.clearCookies(new BrowserContext.ClearCookiesOptions().setName(SESSION));
    context.addCookies(
        stale.stream().filter(cookie -> SESSION.matcher(cookie.name).matches()).toList());
  }

  void go(String path) {
    page.navigate(path);
  }

  Locator at(String selector) {
    return page.locator(selector);
  }

  boolean shows(String selector) {
    return at(selector).count() > 0;
  }

  String text(String selector) {
    return at(selector).first().innerText();
  }

  void fill(String name, String value) {
    at("main [name='" + name + "']").first().fill(value);
  }

  void fill(String form, String name, String value) {
    at(form + " [name='" + name + "']").first().fill(value);
  }

  void choose(String name, String code) {
    at("main select[name='" + name + "']").first().selectOption(new SelectOption().setValue(code));
  }

  void choose(String form, String name, String code) {
    at(form + " select[name='" + name + "']").selectOption(new SelectOption().setValue(code));
  }

  void tick(String name, String value) {
    at("main input[name='" + name + "'][value='" + value + "']").first().check();
  }

  /// Follows a link or sends a form, and waits for the page after.
  void press(String selector) {
    leads(() -> at(selector).first().click());
  }

  /// Goes from stop to stop of the keyboard until it stands on {@code selector}, seen to be there.
  void reach(String selector) {
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      if (Boolean.TRUE.equals(page.evaluate(STANDS, selector))) {
        assertThat(page.evaluate(FOCUS)).as("focus at %s, %s", selector, look).isEqualTo("shown");
        return;
      }
      page.keyboard().press("Tab");
    }
    fail("the keyboard does not reach %s at %s", selector, page.url());
  }

  /// Types into a field, by keyboard alone.
  void type(String name, String value) {
    reach("[name='" + name + "']");
    page.keyboard().type(value);
  }

  /// Ticks a box or a choice, by keyboard alone.
  void space(String selector) {
    reach(selector);
    page.keyboard().press("Space");
  }

  /// Goes down a list until {@code code} is chosen, by keyboard alone.
  void down(String name, String code) {
    reach("select[name='" + name + "']");
    for (int turn = 0; turn < MOST_STOPS; turn++) {
      if (code.equals(page.evaluate("document.activeElement.value"))) {
        return;
      }
      page.keyboard().press("ArrowDown");
    }
    fail("the keyboard does not choose %s of %s", code, name);
  }

  /// Follows a link or sends a form, by keyboard alone.
  void strike(String selector) {
    reach(selector);
    leads(() -> page.keyboard().press("Enter"));
  }

  private void leads(Runnable act) {
    int before = loads;
    act.run();
    page.waitForCondition(() -> loads > before);
  }

  /// The file behind a link, fetched in this officer's session.
  byte[] file(String selector) {
    return fetched(request(at(selector).first().getAttribute("href")).GET());
  }

  /// The file that a form hands over when it is sent with what stands in its fields.
  byte[] sent(String form) {
    String fields =
        at(form + " [name]").all().stream()
            .map(field ->
                URLEncoder.encode(field.getAttribute("name"), StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(field.inputValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return fetched(
        request(at(form).getAttribute("action"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(fields)));
  }

  /// By address: only browsers know that every host below localhost is this machine.
  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + ground.ports().web(state)).resolve(path))
        .header(
            "Cookie",
            context.cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; ")));
  }

  private static byte[] fetched(HttpRequest.Builder request) {
    try (HttpClient http = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build()) {
      HttpResponse<byte[]> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      assertThat(response.statusCode()).as("%s", response.uri().getPath()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Disposition").orElse(""))
          .startsWith("attachment");
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Looks at {@code path} again and again until it shows {@code selector}: without scripts, that
  /// is what an officer does.
  void await(String path, String selector) throws InterruptedException {
    for (int waited = 0; waited < PATIENCE_MILLIS; waited += PAUSE_MILLIS) {
      go(path);
      if (shows(selector)) {
        return;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    assertThat(at("main").innerText()).as("waited for %s at %s", selector, path).isEmpty();
  }

  /// What was just done is said.
  void done() {
    assertThat(shows("#done")).as("done: %s", at("main").innerText()).isTrue();
  }

  /// Checks what every page must hold; where someone chose the looks, keeps a picture of it under
  /// {@code target/walk}.
  void see(String name) {
    if (Look.pictured()) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target", "walk", look.picture(name))));
    }
    String where = name + ", " + look;
    assertThat(page.locator("html").getAttribute("lang")).as(where).isEqualTo(look.language());
    assertThat(LEFT_BLANK.matcher(page.content()).find()).as("untranslated, " + where).isFalse();
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as("scrolls sideways, " + where)
        .isEqualTo(look.width());
    assertThat(ground.audit().of(page, name)).as("axe, " + where).isEmpty();
  }

  /// Leaves; nothing may have gone wrong behind the pages.
  @Override
  public void close() {
    context.close();
    assertThat(troubles).as(look.toString()).isEmpty();
  }
}
