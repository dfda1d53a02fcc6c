// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import lat.enlace.exchange.ExchangeException;
import lat.enlace.node.peer.Deliveries;
import lat.enlace.workbench.Core;

/// The core as the faces use it: after each piece of work the deliveries look whether something is
/// to be sent. While a restored node has not been compared with its partners, it does nothing.
final class PokingCore implements Core {
  private final Core core;
  private final Deliveries deliveries;
  private final RestoreGate gate;

  PokingCore(Core core, Deliveries deliveries, RestoreGate gate) {
    this.core = core;
    this.deliveries = deliveries;
    this.gate = gate;
  }

  @Override
  public <T> T with(Work<T> work) throws ExchangeException {
    gate.requireOpen();
    T result = core.with(work);
    deliveries.poke();
    return result;
  }
}
