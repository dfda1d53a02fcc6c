// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links.LinkHealth;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.NodeId;
import lat.enlace.workbench.Core;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets time pass in the core once a second, looks how it does, and names the partners to serve.
public final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final Duration BEAT = Duration.ofSeconds(1);

  private static final int BEATS_PER_LOOK = 60;

  private final Core core;
  private final Clock clock;
  private final Consumer<Set<NodeId>> partners;
  private volatile NodeStatus status = NodeStatus.STARTING;
  private final Thread thread;
  private long beats;

  /// Begins to beat.
  ///
  /// @param partners told after each look
  public Heartbeat(Core core, Clock clock, Consumer<Set<NodeId>> partners) {
    this.core = core;
    this.clock = clock;
    this.partners = partners;
    this.thread = Thread.ofVirtual().name("heartbeat").unstarted(this::run);
  }

  /// Begins to beat.
  public void start() {
    thread.start();
  }

  /// The last look.
  public NodeStatus status() {
    return status;
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        beat();
        Thread.sleep(BEAT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void beat() {
    try {
      status =
          core.with(exchange -> {
            exchange.links().tick();
            return new NodeStatus(
                clock.now(),
                "",
                exchange.records().head().size(),
                sealedUntil(exchange),
                exchange.links().health());
          });
      partners.accept(status.links().stream().map(LinkHealth::partner).collect(Collectors.toSet()));
    } catch (ExchangeException e) {
      status = status.troubled(clock.now(), e.code().name());
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("event", "heartbeat.failed")
          .addKeyValue("type", e.getClass().getName())
          .log("the heartbeat failed");
      status = status.troubled(clock.now(), "INTERNAL");
    }
  }

  /// Looked at once a minute: every look verifies all records signed ahead.
  private Instant sealedUntil(Exchange exchange) {
    return beats++ % BEATS_PER_LOOK == 0
        ? exchange.links().sealedUntil().orElse(Instant.EPOCH)
        : status.sealedUntil();
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
