// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import java.time.Instant;
import java.util.List;
import lat.enlace.exchange.Links.LinkHealth;

/// How the node does, as the last look at the core saw it.
///
/// @param trouble why it is not fully available; empty if it is
/// @param ledgerSize entries in the ledger
public record NodeStatus(Instant at, String trouble, long ledgerSize, List<LinkHealth> links) {
  /// Before the first look.
  public static final NodeStatus STARTING = new NodeStatus(Instant.EPOCH, "starting", 0, List.of());

  /// Copies the links.
  public NodeStatus {
    links = List.copyOf(links);
  }

  /// True if it takes new work.
  public boolean available() {
    return trouble.isEmpty();
  }
}
