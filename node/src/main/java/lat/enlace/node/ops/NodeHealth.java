// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// `/health`: up while the node takes new work. A link that is down does not make the node down.
/// Operators and auditors read what is wrong and its mend; everyone else reads up or not.
public final class NodeHealth implements HealthIndicator {
  private final Heartbeat heartbeat;

  /// As `heartbeat` sees it.
  public NodeHealth(Heartbeat heartbeat) {
    this.heartbeat = heartbeat;
  }

  @Override
  public Health health() {
    NodeStatus status = heartbeat.status();
    return status.available()
        ? Health.up().build()
        : Health.outOfService()
            .withDetail("trouble", status.trouble())
            .withDetail("mend", status.mend())
            .build();
  }
}
