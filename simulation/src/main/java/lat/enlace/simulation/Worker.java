// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.List;
import lat.enlace.exchange.ExchangeException;

/// The officers of one node who deal with one family of kinds.
interface Worker {
  /// What they do, at random.
  List<Deed> deeds();

  /// What a partner or a colleague waits for now; every other step begins with it.
  default List<Deed> waiting() {
    return List.of();
  }

  /// Does all that waits for a person, once nothing goes wrong any more.
  ///
  /// @return whether anything waited
  boolean finish() throws ExchangeException;
}
