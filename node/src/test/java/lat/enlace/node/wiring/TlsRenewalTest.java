// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.port.Clock;
import lat.enlace.ledger.LogKeys;
import lat.enlace.model.NodeId;
import lat.enlace.node.command.NodeLine;
import lat.enlace.node.config.SettingsFile;
import lat.enlace.node.keys.Keyring;
import lat.enlace.node.keys.TlsIdentity;
import lat.enlace.node.keys.Vault;
import lat.enlace.node.ops.RecordChain;
import lat.enlace.node.peer.Deliveries;
import lat.enlace.node.peer.PeerAnswer;
import lat.enlace.node.peer.PeerBounds;
import lat.enlace.node.peer.PeerClient;
import lat.enlace.node.peer.PeerCore;
import lat.enlace.node.peer.PeerServer;
import lat.enlace.node.peer.PeerTls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// TLS keys that take over from one another, between two nodes that speak over real TLS by a clock
/// that is set.
class TlsRenewalTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private NodePair pair;
  private Instant now = Instant.now();

  @BeforeEach
  void make() throws Exception {
    pair = new NodePair(folder).make();
  }

  @Test
  void renew_namesAFreshKeyBesideTheOneThatWillEnd_andTheNodesSpeakAYearOn() throws Exception {
    Hash first = onlyKey("CO");
    renew("CO", "VE");
    assertThat(keys("CO")).hasSize(1);

    now = now.plus(Duration.ofDays(300));
    renew("CO", "VE");
    assertThat(keys("CO")).hasSize(2).contains(first);
    Hash second = keys("CO").stream().filter(key -> !key.equals(first)).findFirst().orElseThrow();
    try (Working co = new Working("CO");
        Working ve = new Working("VE")) {
      assertSpeak(co, ve);
      assertThat(co.node.tls().shown().pin()).isEqualTo(first);
      assertThat(ve.owner(first)).isTrue();
      assertThat(ve.owner(second)).isTrue();
    }

    now = now.plus(Duration.ofDays(100));
    try (Working co = new Working("CO");
        Working ve = new Working("VE")) {
      assertThat(co.node.tls().shown().pin()).isEqualTo(second);
      assertThat(co.post(ve)).isInstanceOf(PeerAnswer.Body.class);
    }
    renew("CO", "VE");
    try (Working co = new Working("CO");
        Working ve = new Working("VE")) {
      assertSpeak(co, ve);
      assertThat(keys("CO")).containsExactly(second);
    }
  }

  @Test
  void renewWithNewKeys_shutsOutTheKeyBeforeOnceThePartnerKnows() throws Exception {
    TlsIdentity stolen = TlsIdentity.all(pair.vault("CO")).getFirst();
    try (Working ve = new Working("VE")) {
      assertThat(ve.postAs(stolen)).isInstanceOf(PeerAnswer.Body.class);
      command("renew", "--new-keys");
      assertThat(keys("CO")).hasSize(1).doesNotContain(stolen.pin());
      try (Working co = new Working("CO")) {
        assertSpeak(co, ve);
        assertThat(co.node.tls().shown().pin()).isEqualTo(onlyKey("CO"));
        assertThat(ve.owner(stolen.pin())).isFalse();
        assertThat(ve.owner(onlyKey("CO"))).isTrue();
        assertThat(ve.postAs(stolen)).isInstanceOf(PeerAnswer.Failed.class);
        assertThat(co.post(ve)).isInstanceOf(PeerAnswer.Body.class);
      }
    }
  }

  @Test
  void succeedWithStolenKeys_endsTheLogAndItsKeys_andThePartnerGoesOn() throws Exception {
    renew("CO");
    LogKeys before;
    try (Working co = new Working("CO");
        Working ve = new Working("VE")) {
      assertSpeak(co, ve);
      before = co.node.keyring().logSigner().keys();
      assertThat(headSeen(ve)).startsWith("co.example/enlace\n");
    }
    command("succeed", "--stolen-keys");
    try (Working co = new Working("CO");
        Working ve = new Working("VE")) {
      LogKeys after = co.node.keyring().logSigner().keys();
      assertThat(after.ed25519()).isNotEqualTo(before.ed25519());
      assertThat(after.mlDsa44()).isNotEqualTo(before.mlDsa44());
      assertSpeak(co, ve);
      assertThat(headSeen(ve)).startsWith("co.example/enlace/2\n");
    }
  }

  private static String headSeen(Working partner) throws Exception {
    NodeId co = NodePair.node("CO");
    return partner
        .node
        .core()
        .with(exchange -> exchange.links().headSeen(co))
        .orElse(Bytes.EMPTY)
        .text();
  }

  @Test
  void renew_afterARecordWasAnnouncedForLater_isInForceAtOnce() throws Exception {
    now = now.plus(Duration.ofDays(4));
    try (OpenNode node = pair.open("CO", clock())) {
      tick(node);
      new RecordChain(pair.folder("CO"), node.settings(), node.vault())
          .renewWithNewKeys(Keyring.root(node.vault()), 2, now);
      tick(node);
      tick(node);
      List<Hash> named =
          node.core().with(exchange -> exchange.links().tlsKeys(NodePair.node("CO")));
      assertThat(named).containsExactly(onlyKey("CO"));
      assertThat(RecordChain.sealedUntil(pair.folder("CO")))
          .isBefore(now.plus(Duration.ofDays(14)));
    }
  }

  private Clock clock() {
    return () -> now;
  }

  private Set<Hash> keys(String state) throws Exception {
    List<TlsIdentity> all = TlsIdentity.all(pair.vault(state));
    return Set.copyOf(all.stream().map(TlsIdentity::pin).toList());
  }

  private Hash onlyKey(String state) throws Exception {
    assertThat(keys(state)).hasSize(1);
    return keys(state).iterator().next();
  }

  private void renew(String... states) throws Exception {
    for (String state : states) {
      Vault vault = pair.vault(state);
      new RecordChain(pair.folder(state), SettingsFile.read(pair.folder(state)), vault)
          .renew(Keyring.root(vault), RecordChain.WEEKS, now);
    }
  }

  private void command(String name, String option) {
    StringWriter err = new StringWriter();
    int exit =
        NodeLine.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(err))
            .execute("node", name, option, "--data", pair.folder("CO").root().toString());
    assertThat(exit).as(err.toString()).isZero();
    now = Instant.now();
  }

  private void tick(OpenNode node) throws ExchangeException {
    now = now.plus(Duration.ofMinutes(2));
    node.core()
        .with(exchange -> {
          exchange.links().tick();
          return true;
        });
  }

  /// Until neither has anything waiting for the other, and each knows the other's newest record.
  private void assertSpeak(Working one, Working other) throws Exception {
    tick(one.node);
    tick(other.node);
    one.node.lookAtTlsKeys();
    other.node.lookAtTlsKeys();
    Instant until = Instant.now().plus(PATIENCE);
    while (!one.quiet() || !other.quiet() || !one.knows(other) || !other.knows(one)) {
      assertThat(Instant.now()).as("%s %s", one.health(), other.health()).isBefore(until);
      now = now.plusSeconds(1);
      Thread.sleep(100);
    }
  }

  /// A node with its links and without its pages.
  private final class Working implements AutoCloseable {
    private final String state;
    private final OpenNode node;
    private final PeerClient client;
    private final PeerServer server;
    private final Deliveries deliveries;
    private final List<PeerClient> thieves = new ArrayList<>();

    Working(String state) throws Exception {
      this.state = state;
      node = pair.open(state, clock());
      node.lookAtTlsKeys();
      PeerTls tls =
          new PeerTls(
              node.tls(), pin -> LinksView.ownerOf(node.core(), pin), clock(), new SecureRandom());
      client = new PeerClient(tls, PeerBounds.USUAL);
      server =
          PeerServer.start(
              new InetSocketAddress(
                  node.settings().peering().address(), node.settings().peering().port()),
              tls,
              PeerBounds.USUAL,
              new Direct(node));
      deliveries = new Deliveries(node.core(), client);
      deliveries.serve(Set.of(other()));
    }

    private NodeId other() {
      return NodePair.node(state.equals("CO") ? "VE" : "CO");
    }

    Links.LinkHealth health() throws ExchangeException {
      return node.core().with(exchange -> exchange.links().health()).getFirst();
    }

    boolean quiet() throws ExchangeException {
      return health().waiting() == 0;
    }

    boolean knows(Working partner) throws ExchangeException {
      NodeId id = partner.node.settings().identity().node();
      List<Hash> said = partner.node.core().with(exchange -> exchange.links().tlsKeys(id));
      return node.core().with(exchange -> exchange.links().tlsKeys(id)).equals(said);
    }

    boolean owner(Hash pin) {
      return LinksView.ownerOf(node.core(), pin).filter(other()::equals).isPresent();
    }

    PeerAnswer post(Working partner) throws InterruptedException {
      return client.headSeen(other(), partner.node.settings().peering().endpoint());
    }

    /// What somebody gets from this node who has copied the partner's key.
    PeerAnswer postAs(TlsIdentity copied) throws Exception {
      NodeId own = node.settings().identity().node();
      PeerClient thief =
          new PeerClient(
              new PeerTls(copied, _ -> Optional.of(own), clock(), new SecureRandom()),
              PeerBounds.USUAL);
      thieves.add(thief);
      return thief.headSeen(own, node.settings().peering().endpoint());
    }

    @Override
    public void close() {
      deliveries.close();
      server.close();
      client.close();
      thieves.forEach(PeerClient::close);
      node.close();
    }
  }

  private record Direct(OpenNode node) implements PeerCore {
    @Override
    public Bytes receive(NodeId from, Bytes envelope) throws ExchangeException {
      Links.Taken taken = node.core().with(exchange -> exchange.links().take(from, envelope));
      return node.core().with(exchange -> exchange.links().acknowledge(taken));
    }

    @Override
    public Bytes ownRecord() throws ExchangeException {
      return node.core().with(exchange -> exchange.links().ownRecord()).orElse(Bytes.EMPTY);
    }

    @Override
    public Bytes headSeenOf(NodeId partner) throws ExchangeException {
      return node.core().with(exchange -> exchange.links().headSeen(partner)).orElse(Bytes.EMPTY);
    }
  }
}
