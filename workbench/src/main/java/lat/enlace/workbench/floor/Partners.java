// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.floor;

import java.util.List;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.Standings;
import lat.enlace.model.NodeId;

/// The neighbours that a form offers.
public final class Partners {
  private Partners() {}

  /// Each once, in order.
  public static List<NodeId> of(Exchange exchange) {
    return exchange.standings().instruments().stream()
        .map(Standings.Adopted::partner)
        .distinct()
        .sorted()
        .toList();
  }
}
