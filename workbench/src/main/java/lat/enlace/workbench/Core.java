// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench;

import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.ExchangeException;

/// Runs work on the node's protocol core, which is used by one thread at a time.
@FunctionalInterface
public interface Core {
  /// Runs {@code work} on the core's thread and waits for its result. The {@link Exchange} must not
  /// be kept beyond the call.
  ///
  /// @throws ExchangeException as {@code work} throws it, or with code UNAVAILABLE if the node is
  ///   shutting down or the core does not take work in time
  <T> T with(Work<T> work) throws ExchangeException;

  /// Something to do with the core.
  @FunctionalInterface
  interface Work<T> {
    /// Does it.
    T on(Exchange exchange) throws ExchangeException;
  }
}
