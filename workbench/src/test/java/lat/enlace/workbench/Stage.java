// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench;

import jakarta.servlet.http.Cookie;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.Clock;
import lat.enlace.exchange.port.Randomness;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.Language;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.note.Note;
import lat.enlace.testkit.exchange.Federation;
import lat.enlace.testkit.exchange.SeededRandomness;
import lat.enlace.testkit.exchange.TestNode;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/// The pages of one node of a federation, on a real server. The cookie {@code as} says which
/// officer is at the other end; without it nobody is.
final class Stage implements AutoCloseable {
  static final String PASSPHRASE = "frase de prueba";

  private final Federation federation;
  private final TestNode node;
  private final ConfigurableApplicationContext context;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(WorkbenchConfiguration.class)
  static class Pages {}

  Stage(Federation federation, TestNode node, int port) {
    this.federation = federation;
    this.node = node;
    this.context =
        new SpringApplicationBuilder(Pages.class)
            .properties(
                Map.of(
                    "server.port", port,
                    "server.address", "127.0.0.1",
                    "spring.main.banner-mode", "off",
                    "logging.level.root", "WARN"))
            .initializers((ApplicationContextInitializer<GenericApplicationContext>) this::beans)
            .run();
  }

  int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /// The officers of the node, by the names the cookie takes.
  Map<String, Officer> officers() {
    return Map.of(
        "analyst", node.analyst(),
        "duty", node.duty(),
        "authority", node.authority(),
        "prosecutor", node.officer("fiscalia", AgencyKind.PROSECUTOR, "fiscal", Role.AUTHORITY),
        "rights", node.rights(),
        "auditor", node.auditor(),
        "operator", node.operator());
  }

  private void beans(GenericApplicationContext target) {
    target.registerBean(Core.class, () -> this::run);
    target.registerBean(Session.class, () -> this::officer);
    target.registerBean(
        NodeProfile.class,
        () ->
            new NodeProfile(
                node.id(),
                node.identity().state(),
                ZoneId.of("America/Bogota"),
                Language.ES,
                true));
    target.registerBean(Clock.class, node::clock);
    target.registerBean(Randomness.class, () -> new SeededRandomness(11));
    target.registerBean(Signing.class, () -> Stage::sign);
    target.registerBean(Imports.class, NothingImported::new);
    target.registerBean(FirstOperator.class, NoFirstOperator::new);
    target.registerBean(Staff.class, () -> new SampleStaff(List.copyOf(officers().values())));
    target.registerBean(Seals.class, NoSeals::new);
  }

  /// On a thread of its own, as in a node; what the work queued is delivered before the answer is
  /// given.
  private synchronized <T> T run(Core.Work<T> work) throws ExchangeException {
    FutureTask<T> task =
        new FutureTask<>(() -> {
          T result = work.on(node.core());
          federation.settle();
          return result;
        });
    Thread.ofPlatform().name("core").start(task);
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ExchangeException refused) {
        throw refused;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExchangeException(ExchangeException.Code.UNAVAILABLE, "interrupted");
    }
  }

  private Optional<Officer> officer() {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
      Cookie cookie = WebUtils.getCookie(current.getRequest(), "as");
      return cookie == null
          ? Optional.empty()
          : Optional.ofNullable(officers().get(cookie.getValue()));
    }
    return Optional.empty();
  }

  private static Bytes sign(Officer authority, Bytes text, String passphrase)
      throws SigningException {
    if (!passphrase.equals(PASSPHRASE)) {
      throw new SigningException(SigningException.Code.WRONG_PASSPHRASE);
    }
    return TestNode.sign(authority, text);
  }

  @Override
  public void close() {
    context.close();
  }

  private static final class NothingImported implements Imports {
    @Override
    public Report claims(Officer by, String list, Bytes file) {
      return report();
    }

    @Override
    public Report subjects(Officer by, Bytes file) {
      return report();
    }

    @Override
    public Report sealed(Officer by, ConcealedFact why, Bytes file) {
      return report();
    }

    private static Report report() {
      return new Report(0, List.of(), List.of("line 3: not a line of any known format"));
    }
  }

  private static final class NoFirstOperator implements FirstOperator {
    @Override
    public boolean awaited() {
      return false;
    }

    @Override
    public Outcome create(String code, OfficerId id, String password) {
      return Outcome.REFUSED;
    }
  }

  /// A state that keeps its root keys elsewhere.
  private static final class NoSeals implements Seals {
    @Override
    public boolean held() {
      return false;
    }

    @Override
    public Note seal(Note note) throws SigningException {
      throw new SigningException(SigningException.Code.NO_ROOT_KEY);
    }
  }
}
