// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.util.stream.Stream;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.model.Role;
import lat.enlace.workbench.Core;
import lat.enlace.workbench.Session;
import org.springframework.stereotype.Component;

/// The officer behind a request, and the core to act on. Every call runs on the core's thread.
@Component
final class Caller {
  private final Core core;
  private final Session session;

  Caller(Core core, Session session) {
    this.core = core;
    this.session = session;
  }

  Officer officer() throws ExchangeException {
    return session
        .officer()
        .orElseThrow(
            () -> new ExchangeException(ExchangeException.Code.ROLE_MISSING, "Log in first."));
  }

  /// The same, if he holds one of {@code roles}: for what is done before the core judges.
  Officer officerAs(String otherwise, Role... roles) throws ExchangeException {
    Officer by = officer();
    if (Stream.of(roles).noneMatch(by::has)) {
      throw new ExchangeException(ExchangeException.Code.ROLE_MISSING, otherwise);
    }
    return by;
  }

  <T> T with(Core.Work<T> work) throws ExchangeException {
    return core.with(work);
  }

  /// For work without a result.
  void run(Deed deed) throws ExchangeException {
    core.with(exchange -> {
      deed.on(exchange);
      return true;
    });
  }

  /// Work without a result.
  @FunctionalInterface
  interface Deed {
    void on(Exchange exchange) throws ExchangeException;
  }
}
