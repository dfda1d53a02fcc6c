// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.port.Clock;
import lat.enlace.exchange.port.Randomness;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/// Forms that take effect once, and what a session keeps between two pages. Templates know it as
/// {@code @forms}.
@Component("forms")
public class Forms {
  private static final String FOLDER = Forms.class.getName();
  private static final int TOKEN_BYTES = 16;

  private final HttpServletRequest request;
  private final Clock clock;
  private final Randomness randomness;

  Forms(HttpServletRequest request, Clock clock, Randomness randomness) {
    this.request = request;
    this.clock = clock;
    this.randomness = randomness;
  }

  /// What a form does when it is sent for the first time.
  @FunctionalInterface
  public interface Act {
    /// Does it, and says where to go on: a view name that redirects.
    String run() throws ExchangeException;
  }

  /// A fresh token for a form.
  public String issue() {
    String token = name();
    folder().issue(token);
    return token;
  }

  /// Runs {@code act} unless the form was sent before; then leads to where that led. A token that
  /// the session does not know runs nothing: the session is new, and the form is shown again.
  public String once(String token, Act act) throws ExchangeException {
    Folder folder = folder();
    synchronized (folder) {
      Optional<String> led = folder.led(token);
      if (led.isEmpty()) {
        return "redirect:/?stale";
      }
      if (!led.get().isEmpty()) {
        return led.get();
      }
      String view = act.run();
      folder.used(token, view);
      return view;
    }
  }

  /// Keeps {@code paper} under a fresh name that says nothing.
  public String keep(Object paper) {
    String name = name();
    keep(name, paper);
    return name;
  }

  /// Keeps {@code paper} under {@code name}.
  public void keep(String name, Object paper) {
    folder().put(name, paper, clock.now());
  }

  /// The paper kept under {@code name}, unless its time has passed.
  public <T> Optional<T> kept(String name, Class<T> type) {
    return folder().find(name, type, clock.now());
  }

  /// Forgets it.
  public void forget(String name) {
    folder().remove(name);
  }

  private String name() {
    return randomness.next(TOKEN_BYTES).hex();
  }

  private Folder folder() {
    HttpSession session = request.getSession();
    synchronized (WebUtils.getSessionMutex(session)) {
      if (session.getAttribute(FOLDER) instanceof Folder folder) {
        return folder;
      }
      Folder fresh = new Folder();
      session.setAttribute(FOLDER, fresh);
      return fresh;
    }
  }
}
