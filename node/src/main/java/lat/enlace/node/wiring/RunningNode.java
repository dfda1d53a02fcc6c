// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.AccountDeed;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.node.attach.Attachments;
import lat.enlace.node.attach.Fetching;
import lat.enlace.node.config.NodeSettings;
import lat.enlace.node.doctor.LinksFile;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.login.FirstCode;
import lat.enlace.node.ops.Heartbeat;
import lat.enlace.node.ops.KeySweeps;
import lat.enlace.node.peer.Deliveries;
import lat.enlace.node.peer.PeerBounds;
import lat.enlace.node.peer.PeerClient;
import lat.enlace.node.peer.PeerCore;
import lat.enlace.node.peer.PeerServer;
import lat.enlace.node.peer.PeerTls;
import lat.enlace.node.witness.Cosigning;
import lat.enlace.workbench.Core;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// One node at work: core, links, pages and API. Started in the order in which each part needs the
/// one before, stopped in the opposite one.
public final class RunningNode implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningNode.class);
  private static final int BEATS_PER_LINKS_FILE = 60;
  private static final Duration COMPARE_EVERY = Duration.ofSeconds(5);

  private final OpenNode node;
  private final RestoreGate gate;
  private final PeerClient client;
  private final Deliveries deliveries;
  private final PeerServer peers;
  private final Fetching fetching;
  private final Core core;
  private final Heartbeat heartbeat;
  private final KeySweeps sweeps;
  private final Cosigning cosigning;
  private final FirstCode firstCode;
  private final ConfigurableApplicationContext faces;
  private final RecordFile recordFile;
  private long beats;

  private RunningNode(OpenNode node) throws IOException {
    this.node = node;
    NodeSettings settings = node.settings();
    Clock clock = node.clock();
    recordFile = new RecordFile(node, clock);
    keepTlsKeys();
    SecureRandom random = new SecureRandom();
    PeerTls tls =
        new PeerTls(node.tls(), pin -> LinksView.ownerOf(node.core(), pin), clock, random);
    gate = new RestoreGate(node.folder());
    client = new PeerClient(tls, PeerBounds.USUAL);
    deliveries = new Deliveries(node.core(), client);
    core = new PokingCore(node.core(), deliveries, gate);
    Attachments attachments =
        new Attachments(settings.identity().node(), core, node.folder().attachments(), random);
    peers =
        PeerServer.start(
            new InetSocketAddress(settings.peering().address(), settings.peering().port()),
            tls,
            PeerBounds.USUAL,
            new Receiving(core, node.core(), attachments));
    fetching =
        new Fetching(
            new Fetching.Way(settings.identity().node(), core, client, node.keyring()::sealingKey),
            attachments);
    heartbeat = new Heartbeat(core, clock, node.core()::outage, this::servePartners);
    cosigning = new Cosigning(core, settings.witnesses(), Cosigning.EVERY);
    sweeps = new KeySweeps(node.database(), KeySweeps.EVERY);
    firstCode =
        new FirstCode(
            node.accounts(),
            node.passwords(),
            settings.identity().state(),
            settings.face().language(),
            first ->
                core.with(exchange -> {
                  exchange.records().enterAccount(first, AccountDeed.FIRST, first);
                  return first;
                }),
            random);
    faces =
        Faces.start(node, new Faces.Parts(core, clock, random, heartbeat, firstCode, attachments));
  }

  /// Starts everything on an open data folder, which it closes in the end.
  public static RunningNode start(OpenNode node) throws IOException {
    RunningNode running = new RunningNode(node);
    running.heartbeat.start();
    running.sweeps.start();
    running.cosigning.start();
    if (!running.gate.isOpen()) {
      Thread.ofVirtual().name("restore").start(running::compareUntilOpen);
    }
    LOG.atInfo()
        .addKeyValue("event", "node.started")
        .addKeyValue("origin", node.settings().identity().node())
        .log("node started");
    return running;
  }

  /// The code for the first operator, while there is no account.
  public FirstCode firstCode() {
    return firstCode;
  }

  /// The way to its core that its own faces take: what is to be sent leaves at once.
  public Core core() {
    return core;
  }

  /// The part that Spring runs.
  ApplicationContext faces() {
    return faces;
  }

  /// The port for peers, as bound.
  public int peerPort() {
    return peers.port();
  }

  /// Called by the heartbeat alone. The file for the doctor is written anew once a minute, because
  /// a partner's node record may be another.
  private void servePartners(Set<NodeId> partners) {
    deliveries.serve(partners);
    fetching.serve(partners);
    keepRecords();
    if (beats++ % BEATS_PER_LINKS_FILE == 0) {
      try {
        LinksFile.write(node.folder(), LinksFile.of(node.core()));
      } catch (IOException | ExchangeException e) {
        LOG.atWarn()
            .addKeyValue("event", "links-file.not-written")
            .addKeyValue("type", e.getClass().getName())
            .log("links.txt was not written");
      }
    }
  }

  /// Once a minute: what new partners are given is the record in force, where the root keys are at
  /// hand they sign further weeks, and the TLS key that the record names is shown.
  private void keepRecords() {
    if (beats % BEATS_PER_LINKS_FILE != 0) {
      return;
    }
    try {
      node.core().with(exchange -> exchange.links().ownRecord()).ifPresent(recordFile::keep);
      recordFile.extendIfRootIsHere();
      keepTlsKeys();
    } catch (ExchangeException e) {
      LOG.atWarn()
          .addKeyValue("event", "node-record.not-kept")
          .addKeyValue("code", e.code())
          .log("the node record could not be kept up");
    }
  }

  /// A key takes over once the record that names it is in force.
  private void keepTlsKeys() {
    try {
      node.lookAtTlsKeys();
    } catch (ExchangeException | KeysException e) {
      LOG.atWarn()
          .addKeyValue("event", "tls-keys.not-read")
          .addKeyValue("type", e.getClass().getName())
          .log("the keys shown to partners stay as they were");
    }
  }

  private void compareUntilOpen() {
    try {
      while (!gate.isOpen()) {
        try {
          gate.compare(node.core(), client);
        } catch (ExchangeException e) {
          LOG.atWarn()
              .addKeyValue("event", "restore.not-compared")
              .addKeyValue("code", e.code())
              .log("the restored ledger could not be compared");
        }
        Thread.sleep(COMPARE_EVERY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    LOG.atInfo().addKeyValue("event", "node.stopping").log("node stopping");
    faces.close();
    heartbeat.close();
    sweeps.close();
    cosigning.close();
    deliveries.close();
    fetching.close();
    peers.close();
    client.close();
    node.close();
  }

  /// What peers may ask of the core. A batch is taken in and acknowledged in two steps, so that its
  /// way to the disk can be shared with other callers. What they saw of their own logs is told even
  /// while this node waits for the same answer from them.
  private record Receiving(Core core, Core always, Attachments attachments) implements PeerCore {
    @Override
    public Bytes part(NodeId from, ItemId item, Hash digest, int part) throws ExchangeException {
      return attachments.part(from, item, digest, part).orElse(Bytes.EMPTY);
    }

    @Override
    public Bytes receive(NodeId from, Bytes envelope) throws ExchangeException {
      Links.Taken taken = core.with(exchange -> exchange.links().take(from, envelope));
      return core.with(exchange -> exchange.links().acknowledge(taken));
    }

    @Override
    public Bytes ownRecord() throws ExchangeException {
      return always.with(exchange -> exchange.links().ownRecord()).orElse(Bytes.EMPTY);
    }

    @Override
    public Bytes headSeenOf(NodeId partner) throws ExchangeException {
      return always.with(exchange -> exchange.links().headSeen(partner)).orElse(Bytes.EMPTY);
    }
  }
}
