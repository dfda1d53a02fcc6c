// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.link;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lat.enlace.model.NodeId;

/// Up to which size each partner is believed to have verified this node's log. Belief only, in
/// memory: where it is wrong the partner says so and is sent a proof from where it stands.
///
/// A number a partner names is a hint and proves nothing. Where it is higher than this node's own
/// log, the partner is asked for the head it saw, at most once a minute.
final class Told {
  private static final Duration BETWEEN_ASKING = Duration.ofMinutes(1);

  private final Map<NodeId, Long> sizes = new HashMap<>();
  private final Set<NodeId> ahead = new HashSet<>();
  private final Map<NodeId, Instant> asked = new HashMap<>();

  long size(NodeId partner) {
    return sizes.getOrDefault(partner, 0L);
  }

  void believe(NodeId partner, long size) {
    sizes.put(partner, size);
  }

  /// The partner named a size that this node's log does not have.
  void claimsMore(NodeId partner) {
    ahead.add(partner);
  }

  /// True once, and again after a minute, while the partner's claim is open.
  boolean mustAsk(NodeId partner, Instant now) {
    Instant last = asked.getOrDefault(partner, Instant.MIN);
    boolean lately = !now.isBefore(last) && now.isBefore(last.plus(BETWEEN_ASKING));
    if (!ahead.contains(partner) || lately) {
      return false;
    }
    asked.put(partner, now);
    return true;
  }

  /// The partner showed what it saw, and it is not more.
  void settled(NodeId partner) {
    ahead.remove(partner);
  }
}
