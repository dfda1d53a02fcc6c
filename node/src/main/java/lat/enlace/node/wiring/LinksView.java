// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import java.util.Optional;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.model.NodeId;
import lat.enlace.workbench.Core;

/// Asks the core about links where only an answer or none fits.
final class LinksView {
  private LinksView() {}

  /// Whose TLS key it is; nobody's while the core cannot say.
  static Optional<NodeId> ownerOf(Core core, Hash pin) {
    try {
      return core.with(exchange -> exchange.links().ownerOfTlsKey(pin));
    } catch (ExchangeException e) {
      return Optional.empty();
    }
  }
}
