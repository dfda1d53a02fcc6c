// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.link;

import java.util.HashMap;
import java.util.Map;
import lat.enlace.model.NodeId;

/// Up to which size each partner is believed to have verified this node's log. Belief only, in
/// memory: where it is wrong the partner says so and is sent a proof from where it stands.
final class Told {
  private final Map<NodeId, Long> sizes = new HashMap<>();

  long size(NodeId partner) {
    return sizes.getOrDefault(partner, 0L);
  }

  void believe(NodeId partner, long size) {
    sizes.put(partner, size);
  }
}
