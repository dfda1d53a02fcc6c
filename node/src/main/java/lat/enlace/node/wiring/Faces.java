// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Clock;
import lat.enlace.exchange.port.Randomness;
import lat.enlace.node.api.ApiFace;
import lat.enlace.node.attach.Attachments;
import lat.enlace.node.config.NodeSettings;
import lat.enlace.node.door.AdmissionDoor;
import lat.enlace.node.door.BodyBounds;
import lat.enlace.node.door.FaultEdge;
import lat.enlace.node.door.ProblemDoor;
import lat.enlace.node.keys.RootSeals;
import lat.enlace.node.login.AccountBook;
import lat.enlace.node.login.AccountDesk;
import lat.enlace.node.login.Accounts;
import lat.enlace.node.login.Authenticator;
import lat.enlace.node.login.FirstCode;
import lat.enlace.node.login.LoggedIn;
import lat.enlace.node.login.SessionTerms;
import lat.enlace.node.ops.Heartbeat;
import lat.enlace.node.ops.HoldingFiles;
import lat.enlace.node.ops.NodeHealth;
import lat.enlace.node.ops.NodeMeters;
import lat.enlace.workbench.Core;
import lat.enlace.workbench.Imports;
import lat.enlace.workbench.NodeProfile;
import lat.enlace.workbench.Session;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/// Pages, API, health and metrics: the part of the node that Spring runs.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(FaceSecurity.class)
@ComponentScan(basePackageClasses = {Core.class, ApiFace.class})
class Faces {
  /// Beyond it everything waits for the core or for a hash anyway.
  private static final int SERVED_AT_ONCE = 32;

  /// What the faces stand on besides the open node.
  record Parts(
      Core core,
      Clock clock,
      SecureRandom random,
      Heartbeat heartbeat,
      FirstCode firstCode,
      Attachments attachments) {}

  static ConfigurableApplicationContext start(OpenNode node, Parts parts) {
    SpringApplication application = new SpringApplication(Faces.class);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(properties(node.settings()));
    application.addInitializers(context -> {
      var beans = context.getBeanFactory();
      beans.registerSingleton("core", parts.core());
      beans.registerSingleton("clock", parts.clock());
      beans.registerSingleton("heartbeat", parts.heartbeat());
      beans.registerSingleton("firstOperator", parts.firstCode());
      beans.registerSingleton("attachments", parts.attachments());
      beans.registerSingleton("accounts", node.accounts());
      beans.registerSingleton("approval", node.approval());
      beans.registerSingleton("sessionTerms", node.sessionTerms());
      beans.registerSingleton("settings", node.settings());
      beans.registerSingleton("randomness", randomness(parts.random()));
      beans.registerSingleton("passwordCheck", authenticator(node, parts.clock()));
      AccountDesk desk = node.accountDesk(parts.core());
      beans.registerSingleton("accountDesk", desk);
      beans.registerSingleton("staff", new AccountBook(node.accounts(), desk, node.lockout()));
      beans.registerSingleton("seals", new RootSeals(node.vault(), parts.clock()));
    });
    return application.run();
  }

  @Bean
  Session session(Accounts accounts, SessionTerms terms) {
    return new LoggedIn(accounts, terms);
  }

  @Bean
  Imports imports(Core core, Clock clock) {
    return new HoldingFiles(core, clock);
  }

  @Bean
  NodeProfile profile(NodeSettings settings) {
    return new NodeProfile(
        settings.identity().node(),
        settings.identity().state(),
        settings.face().zone(),
        settings.face().language(),
        settings.face().sample());
  }

  @Bean
  NodeHealth nodeHealth(Heartbeat heartbeat) {
    return new NodeHealth(heartbeat);
  }

  @Bean
  FilterRegistrationBean<ProblemDoor> problems(Randomness randomness) {
    return standing(new ProblemDoor(randomness), 0);
  }

  @Bean
  FilterRegistrationBean<FaultEdge> faults() {
    FilterRegistrationBean<FaultEdge> faults = standing(new FaultEdge(), 1);
    faults.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
    return faults;
  }

  @Bean
  FilterRegistrationBean<AdmissionDoor> admission() {
    return standing(new AdmissionDoor(SERVED_AT_ONCE), 2);
  }

  @Bean
  FilterRegistrationBean<BodyBounds> bodyBounds() {
    return standing(new BodyBounds(), 3);
  }

  private static <F extends Filter> FilterRegistrationBean<F> standing(F filter, int place) {
    FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
    return registration;
  }

  @Bean
  NodeMeters nodeMeters(Heartbeat heartbeat) {
    return new NodeMeters(heartbeat);
  }

  private static Authenticator authenticator(OpenNode node, Clock clock) {
    return new Authenticator(
        node.accounts(), node.passwords(), node.lockout(), node.sessionTerms(), clock);
  }

  private static Randomness randomness(SecureRandom random) {
    return count -> {
      byte[] bytes = new byte[count];
      random.nextBytes(bytes);
      return Bytes.copyOf(bytes);
    };
  }

  private static Map<String, Object> properties(NodeSettings settings) {
    NodeSettings.Web web = settings.web();
    Map<String, Object> properties = new LinkedHashMap<>();
    String state = settings.identity().state().value().toLowerCase(Locale.ROOT);
    properties.put("server.address", web.address());
    properties.put("server.port", web.port());
    properties.put("server.servlet.session.cookie.name", "enlace-" + state);
    properties.put("server.servlet.session.cookie.secure", web.https());
    if (!web.tls().isEmpty()) {
      properties.put("server.ssl.certificate", web.tls().getFirst().toUri().toString());
      properties.put("server.ssl.certificate-private-key", web.tls().getLast().toUri().toString());
    }
    return properties;
  }
}
