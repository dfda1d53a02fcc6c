// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.peer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links.Outgoing;
import lat.enlace.exchange.Links.Trouble;
import lat.enlace.model.NodeId;
import lat.enlace.workbench.Core;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One loop per partner: take the next batch, post it, hand in the answer. The queue and the
/// back-off are the core's and survive a restart; nothing is kept here.
public final class Deliveries implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration ASK_EVERY = Duration.ofSeconds(10);

  private final Core core;
  private final PeerClient client;
  private final Map<NodeId, Loop> loops = new HashMap<>();
  private boolean closed;

  /// On `core`, through `client`.
  public Deliveries(Core core, PeerClient client) {
    this.core = core;
    this.client = client;
  }

  /// Starts a loop for every partner that has none yet, and ends those of partners no more.
  public synchronized void serve(Set<NodeId> partners) {
    if (closed) {
      return;
    }
    for (NodeId partner : partners) {
      loops.computeIfAbsent(partner, Loop::new);
    }
    Set<NodeId> gone = new HashSet<>(loops.keySet());
    gone.removeAll(partners);
    for (NodeId partner : gone) {
      Loop loop = loops.remove(partner);
      if (loop != null) {
        loop.thread.interrupt();
      }
    }
  }

  /// Says that something may be waiting: the loops look at once.
  public synchronized void poke() {
    loops.values().forEach(loop -> loop.work.release());
  }

  /// Ends all loops; a batch on its way is sent again after the next start.
  @Override
  public void close() {
    List<Loop> ending;
    synchronized (this) {
      closed = true;
      ending = new ArrayList<>(loops.values());
      loops.clear();
    }
    ending.forEach(loop -> loop.thread.interrupt());
  }

  /// The loop of one partner.
  private final class Loop implements Runnable {
    private final NodeId partner;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread;
    private String lastTrouble = "";
    private long askAgain = System.nanoTime();

    Loop(NodeId partner) {
      this.partner = partner;
      thread = Thread.ofVirtual().name("deliver-" + partner).start(this);
    }

    @Override
    public void run() {
      try {
        while (!Thread.currentThread().isInterrupted()) {
          if (!deliverOne()) {
            work.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            work.drainPermits();
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /// True if there may be more.
    private boolean deliverOne() throws InterruptedException {
      try {
        learnRecord();
        if (core.with(exchange -> exchange.links().mustAskForHead(partner))) {
          askForHead();
        }
        Optional<Outgoing> next = core.with(exchange -> exchange.links().next(partner));
        if (next.isEmpty()) {
          return false;
        }
        return deliver(next.get());
      } catch (ExchangeException e) {
        return troubled(e.code().name());
      } catch (RuntimeException e) {
        LOG.atError()
            .addKeyValue("event", "link.failed")
            .addKeyValue("peer", partner)
            .addKeyValue("type", e.getClass().getName())
            .log("a delivery failed");
        return false;
      }
    }

    /// Asks the partner for its node record where the core wants it, now and then.
    private void learnRecord() throws ExchangeException, InterruptedException {
      if (System.nanoTime() - askAgain < 0
          || !core.with(exchange -> exchange.links().wantsRecord(partner))) {
        return;
      }
      askAgain = System.nanoTime() + ASK_EVERY.toNanos();
      Optional<String> endpoint = core.with(exchange -> exchange.links().endpoint(partner));
      if (endpoint.isPresent()
          && client.nodeRecord(partner, endpoint.get()) instanceof PeerAnswer.Body(var note)
          && !note.isEmpty()) {
        core.with(exchange -> {
          exchange.links().learnRecord(partner, note);
          return true;
        });
      }
    }

    /// The partner says it saw more of this node's log than there is; only the head proves it.
    private void askForHead() throws ExchangeException, InterruptedException {
      Optional<String> endpoint = core.with(exchange -> exchange.links().endpoint(partner));
      if (endpoint.isPresent()
          && client.headSeen(partner, endpoint.get()) instanceof PeerAnswer.Body(var head)
          && !head.isEmpty()) {
        core.with(exchange -> {
          exchange.links().headShown(partner, head);
          return true;
        });
      }
    }

    private boolean deliver(Outgoing outgoing) throws ExchangeException, InterruptedException {
      Optional<String> endpoint = core.with(exchange -> exchange.links().endpoint(partner));
      PeerAnswer answer =
          endpoint.isPresent()
              ? client.post(partner, endpoint.get(), outgoing.envelope())
              : new PeerAnswer.Failed(Trouble.UNREACHABLE, "no node record in force");
      return switch (answer) {
        case PeerAnswer.Body(var ack) -> acknowledged(outgoing, ack);
        case PeerAnswer.Failed(Trouble trouble, String detail) -> {
          failed(outgoing, trouble);
          yield troubled(trouble.code() + ": " + detail);
        }
      };
    }

    /// What the core refuses of an answer it has named already, and the link rests.
    private boolean acknowledged(Outgoing outgoing, Bytes ack) throws ExchangeException {
      core.with(exchange -> {
        exchange.links().delivered(outgoing, ack);
        return true;
      });
      lastTrouble = "";
      return true;
    }

    private void failed(Outgoing outgoing, Trouble trouble) throws ExchangeException {
      core.with(exchange -> {
        exchange.links().failed(outgoing, trouble);
        return true;
      });
    }

    /// Logs a trouble once, not at every attempt.
    private boolean troubled(String trouble) {
      if (!trouble.equals(lastTrouble)) {
        lastTrouble = trouble;
        LOG.atWarn()
            .addKeyValue("event", "link.trouble")
            .addKeyValue("peer", partner)
            .addKeyValue("trouble", trouble)
            .log("a batch was not delivered");
      }
      return false;
    }
  }
}
