// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import lat.enlace.exchange.Links.LinkHealth;

/// What the node counts for Prometheus, besides process and JVM: nothing about any person, case or
/// officer (invariant I3). Partners are named by their node.
public final class NodeMeters implements MeterBinder {
  private final Heartbeat heartbeat;

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
    MultiGauge waiting = MultiGauge.builder("enlace.link.waiting").register(registry);
    MultiGauge troubled = MultiGauge.builder("enlace.link.troubled").register(registry);
    MultiGauge evidence = MultiGauge.builder("enlace.link.evidence").register(registry);
    Gauge.builder(
            "enlace.links",
            heartbeat,
            beat -> {
              List<LinkHealth> links = beat.status().links();
              waiting.register(rows(links, LinkHealth::waiting), true);
              troubled.register(rows(links, link -> link.trouble().isEmpty() ? 0 : 1), true);
              evidence.register(rows(links, link -> link.evidence() ? 1 : 0), true);
              return links.size();
            })
        .description("partners")
        .register(registry);
  }

  private static double sealingLeft(Heartbeat heartbeat) {
    NodeStatus status = heartbeat.status();
    return Math.max(0, Duration.between(status.at(), status.sealedUntil()).toSeconds());
  }

  private static List<MultiGauge.Row<?>> rows(
      List<LinkHealth> links, ToDoubleFunction<LinkHealth> value) {
    return links.stream()
        .<MultiGauge.Row<?>>map(link ->
            MultiGauge.Row.of(Tags.of("peer", link.partner().value()), value.applyAsDouble(link)))
        .toList();
  }
}
