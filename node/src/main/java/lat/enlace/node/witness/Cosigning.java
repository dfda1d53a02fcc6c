// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.witness;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.ledger.Quorum;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.node.config.NodeSettings.WitnessAt;
import lat.enlace.note.VerifierKey;
import lat.enlace.workbench.Core;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the head of this node's log cosigned by the witnesses of its settings, once a period. A
/// witness that saw another history, or more of this log than the node has, is told to operators at
/// once; one that cannot be reached delays nothing.
public final class Cosigning implements AutoCloseable {
  /// How often heads are cosigned.
  public static final Duration EVERY = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(Cosigning.class);

  private final Core core;
  private final List<WitnessClient> witnesses = new ArrayList<>();
  private final Duration every;
  private final HttpClient http;
  private final Thread thread;
  private long cosigned = -1;

  /// By `witnesses`, each `every` so often.
  public Cosigning(Core core, List<WitnessAt> witnesses, Duration every) {
    this.core = core;
    this.every = every;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    witnesses.forEach(one -> this.witnesses.add(new WitnessClient(http, one, core)));
    this.thread = Thread.ofVirtual().name("cosigning").unstarted(this::run);
  }

  /// Begins, if there is any witness.
  public void start() {
    if (!witnesses.isEmpty()) {
      thread.start();
    }
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        round();
        Thread.sleep(every);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void round() throws InterruptedException {
    try {
      SignedCheckpoint head = core.with(exchange -> exchange.witnessing().head());
      if (head.checkpoint().size() == cosigned) {
        return;
      }
      SignedCheckpoint signed = head;
      List<VerifierKey> by = new ArrayList<>();
      for (WitnessClient witness : witnesses) {
        try {
          signed = signed.with(witness.cosign(head));
          by.addAll(witness.alone().keys());
        } catch (UnwitnessedException e) {
          tell(witness, e.code());
        }
      }
      if (!by.isEmpty()) {
        keep(signed, new Quorum(by, by.size()));
      }
    } catch (ExchangeException e) {
      LOG.atWarn()
          .addKeyValue("event", "witness.not-asked")
          .addKeyValue("code", e.code())
          .log("heads are not cosigned while the core takes no work");
    }
  }

  private void keep(SignedCheckpoint signed, Quorum by) throws ExchangeException {
    core.with(exchange -> {
      exchange.witnessing().keep(signed, by);
      return true;
    });
    if (by.needed() == witnesses.size()) {
      cosigned = signed.checkpoint().size();
    }
  }

  private static void tell(WitnessClient witness, UnwitnessedException.Code code) {
    boolean grave =
        code == UnwitnessedException.Code.INCONSISTENT || code == UnwitnessedException.Code.AHEAD;
    (grave ? LOG.atError() : LOG.atWarn())
        .addKeyValue("event", "witness.not-cosigned")
        .addKeyValue("witness", witness.alone().keys().getFirst().name())
        .addKeyValue("code", code)
        .log("a witness did not cosign the head of this log");
  }

  @Override
  public void close() {
    thread.interrupt();
    http.shutdownNow();
  }
}
