// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import lat.enlace.exchange.Links.LinkHealth;
import lat.enlace.exchange.Overdue;
import lat.enlace.model.NodeId;

/// What the node counts for Prometheus, besides process and JVM: nothing about any person, case or
/// officer (invariant I3). Partners are named by their node.
public final class NodeMeters implements MeterBinder {
  private final Heartbeat heartbeat;
  private final Set<NodeId> known = ConcurrentHashMap.newKeySet();

  /// As `heartbeat` sees it.
  public NodeMeters(Heartbeat heartbeat) {
    this.heartbeat = heartbeat;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("enlace.available", heartbeat, beat -> beat.status().available() ? 1 : 0)
        .description("1 while the node takes new work")
        .register(registry);
    Gauge.builder("enlace.ledger.size", heartbeat, beat -> beat.status().ledgerSize())
        .description("entries in the ledger")
        .register(registry);
    Gauge.builder("enlace.sealing.seconds.left", heartbeat, NodeMeters::sealingLeft)
        .description("seconds for which the root keys have signed sealing keys ahead")
        .register(registry);
    overdue(registry, "answer", Overdue::answers);
    overdue(registry, "admission", Overdue::admissions);
    overdue(registry, "release", Overdue::releases);
    overdue(registry, "whereabouts", Overdue::inquiries);
    overdue(registry, "warning", Overdue::warnings);
    overdue(registry, "warning-review", Overdue::reviews);
    Gauge.builder("enlace.links", heartbeat, beat -> beat.status().links().size())
        .description("partners")
        .register(registry);
    heartbeat.whenLooked(status ->
        status.links().stream().map(LinkHealth::partner).forEach(peer -> learn(registry, peer)));
  }

  private void overdue(MeterRegistry registry, String what, ToDoubleFunction<Overdue> count) {
    Gauge.builder("enlace.overdue", heartbeat, beat -> count.applyAsDouble(beat.status().overdue()))
        .description("clocks that ran out while their thing is still owed")
        .tag("what", what)
        .register(registry);
  }

  private static double sealingLeft(Heartbeat heartbeat) {
    NodeStatus status = heartbeat.status();
    return Math.max(0, Duration.between(status.at(), status.sealedUntil()).toSeconds());
  }

  /// Once for each partner, and never while the meters are read.
  private void learn(MeterRegistry registry, NodeId peer) {
    if (known.add(peer)) {
      link(registry, "enlace.link.waiting", peer, LinkHealth::waiting);
      link(registry, "enlace.link.troubled", peer, link -> link.trouble().isEmpty() ? 0 : 1);
      link(registry, "enlace.link.evidence", peer, link -> link.evidence() ? 1 : 0);
    }
  }

  private void link(
      MeterRegistry registry, String name, NodeId peer, ToDoubleFunction<LinkHealth> value) {
    Gauge.builder(
            name,
            heartbeat,
            beat ->
                beat.status().links().stream()
                    .filter(link -> link.partner().equals(peer))
                    .mapToDouble(value)
                    .findFirst()
                    .orElse(Double.NaN))
        .tag("peer", peer.value())
        .register(registry);
  }
}
