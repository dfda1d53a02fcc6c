// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import lat.enlace.exchange.ExchangeException;

/// Something a node is asked to do.
@FunctionalInterface
interface Act {
  void run() throws ExchangeException;
}
