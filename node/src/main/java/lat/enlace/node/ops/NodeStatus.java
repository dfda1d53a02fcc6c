// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import java.time.Instant;
import java.util.List;
import lat.enlace.exchange.Links.LinkHealth;
import lat.enlace.exchange.Overdue;

/// How the node does, as the last look at the core saw it.
///
/// @param trouble why it is not fully available; empty if it is
/// @param mend what to do about it; empty if it is
/// @param ledgerSize entries in the ledger
/// @param overdue what is owed beyond its clock
/// @param sealedUntil until when partners can seal to this node, or the epoch before it has a
///   record
public record NodeStatus(
    Instant at,
    String trouble,
    String mend,
    long ledgerSize,
    Overdue overdue,
    Instant sealedUntil,
    List<LinkHealth> links) {
  /// Before the first look.
  public static final NodeStatus STARTING =
      new NodeStatus(Instant.EPOCH, "starting", "wait", 0, Overdue.NONE, Instant.EPOCH, List.of());

  /// Copies the links.
  public NodeStatus {
    links = List.copyOf(links);
  }

  /// The same, with what is wrong now.
  NodeStatus troubled(Instant now, Outage why) {
    return new NodeStatus(now, why.word(), why.mend(), ledgerSize, overdue, sealedUntil, links);
  }

  /// True if it takes new work.
  public boolean available() {
    return trouble.isEmpty();
  }
}
