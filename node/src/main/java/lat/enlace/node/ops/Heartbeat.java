// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links.LinkHealth;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.NodeId;
import lat.enlace.workbench.Core;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets time pass in the core once a second, looks how it does, lets it come back after an outage,
/// and names the partners to serve.
public final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final Duration BEAT = Duration.ofSeconds(1);

  private static final int BEATS_PER_LOOK = 60;

  private final Core core;
  private final Clock clock;
  private final Supplier<Optional<Outage>> outage;
  private final Consumer<Set<NodeId>> partners;
  private volatile NodeStatus status = NodeStatus.STARTING;
  private volatile Consumer<NodeStatus> looked = _ -> {};
  private final Thread thread;
  private long beats;

  /// Begins to beat.
  ///
  /// @param outage what keeps the core from taking work, if anything does
  /// @param partners told after each look
  public Heartbeat(
      Core core, Clock clock, Supplier<Optional<Outage>> outage, Consumer<Set<NodeId>> partners) {
    this.core = core;
    this.clock = clock;
    this.outage = outage;
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

  /// Has `listener` told after each look, on the heartbeat's thread.
  void whenLooked(Consumer<NodeStatus> listener) {
    looked = listener;
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        beat();
        looked.accept(status);
        Thread.sleep(BEAT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void beat() {
    try {
      NodeStatus seen =
          core.with(exchange -> {
            exchange.links().tick();
            return new NodeStatus(
                clock.now(),
                "",
                "",
                exchange.records().head().size(),
                exchange.overdue(),
                sealedUntil(exchange),
                exchange.links().health());
          });
      status = outage.get().map(why -> seen.troubled(clock.now(), why)).orElse(seen);
      partners.accept(status.links().stream().map(LinkHealth::partner).collect(Collectors.toSet()));
    } catch (ExchangeException e) {
      status = status.troubled(clock.now(), outage.get().orElseGet(() -> Outage.of(e)));
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("event", "heartbeat.failed")
          .addKeyValue("type", e.getClass().getName())
          .log("the heartbeat failed");
      status = status.troubled(clock.now(), new Outage(Outage.Part.NODE, "INTERNAL"));
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
