// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.page;

import java.util.stream.Stream;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.model.Role;
import lat.enlace.workbench.Core;
import lat.enlace.workbench.Session;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// The officer of the request, at work on the core.
@Component
public class Desk {
  private final Core core;
  private final Session session;

  Desk(Core core, Session session) {
    this.core = core;
    this.session = session;
  }

  /// Something that an officer does with the core.
  @FunctionalInterface
  public interface Task<T> {
    /// Does it.
    T run(Exchange exchange, Officer officer) throws ExchangeException;
  }

  /// Runs {@code task} on the core's thread, in the name of the officer who is logged in and in the
  /// language of his request.
  ///
  /// @throws ExchangeException as the task throws it; with code ROLE_MISSING if nobody is logged in
  public <T> T run(Task<T> task) throws ExchangeException {
    Officer officer = officer();
    LocaleContext reader = LocaleContextHolder.getLocaleContext();
    return core.with(exchange -> {
      LocaleContext before = LocaleContextHolder.getLocaleContext();
      LocaleContextHolder.setLocaleContext(reader);
      try {
        return task.run(exchange, officer);
      } finally {
        LocaleContextHolder.setLocaleContext(before);
      }
    });
  }

  /// The officer who is logged in.
  public Officer officer() throws ExchangeException {
    return session
        .officer()
        .orElseThrow(() ->
            new ExchangeException(ExchangeException.Code.ROLE_MISSING, "nobody is logged in"));
  }

  /// The same, if he holds one of {@code roles}: for what a page does before the core is asked.
  public Officer officerAs(Role... roles) throws ExchangeException {
    Officer officer = officer();
    if (Stream.of(roles).noneMatch(officer::has)) {
      throw new ExchangeException(ExchangeException.Code.ROLE_MISSING, "the role is missing");
    }
    return officer;
  }
}
