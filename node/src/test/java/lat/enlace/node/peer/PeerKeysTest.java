// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocket;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.model.NodeId;
import lat.enlace.node.keys.TlsIdentity;
import lat.enlace.node.keys.TlsKeys;
import lat.enlace.node.keys.Unlocking;
import lat.enlace.node.keys.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which of its keys a node shows, to whoever comes and to a partner that knows only some.
class PeerKeysTest {
  private static final NodeId CO = new NodeId("co.example/enlace");
  private static final NodeId VE = new NodeId("ve.example/enlace");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final PeerBounds BOUNDS = new PeerBounds(4096, Duration.ofSeconds(5), 64, 2);

  @TempDir private Path folder;
  private final Map<Hash, NodeId> records = new ConcurrentHashMap<>();
  private final Instant now = Instant.now();
  private final TlsIdentity co = TlsIdentity.create("co.localhost", now, RANDOM);
  private final TlsIdentity ve = TlsIdentity.create("ve.localhost", now, RANDOM);
  private Vault vault;

  @BeforeEach
  void make() throws Exception {
    Unlocking unlocking = Unlocking.KeyFile.create(folder.resolve("node.key"), RANDOM);
    vault = Vault.create(folder.resolve("data"), unlocking, RANDOM);
    records.put(co.pin(), CO);
    records.put(ve.pin(), VE);
  }

  @Test
  void client_showsAnotherOfItsKeysToAPartnerThatKnowsNoNewerOne() throws Exception {
    TlsIdentity fresh = TlsIdentity.create("co.localhost", now, RANDOM);
    co.store(vault);
    co.replace(vault);
    fresh.store(vault);
    TlsKeys keys = new TlsKeys(vault, Set.of(fresh.pin()), now);
    assertThat(keys.shown().pin()).isEqualTo(fresh.pin());
    try (PeerServer server = serve(new TlsKeys(ve));
        PeerClient client = new PeerClient(tls(keys), BOUNDS);
        PeerClient thief = new PeerClient(tls(new TlsKeys(co)), BOUNDS)) {
      assertThat(ask(client, server)).isEqualTo(new PeerAnswer.Body(Bytes.utf8("head of " + CO)));
      records.put(fresh.pin(), CO);
      records.remove(co.pin());
      assertThat(ask(client, server)).isEqualTo(new PeerAnswer.Body(Bytes.utf8("head of " + CO)));
      assertThat(ask(thief, server)).isInstanceOf(PeerAnswer.Failed.class);
    }
  }

  @Test
  void server_showsTheKeyWhoseTurnItIs() throws Exception {
    TlsIdentity next = TlsIdentity.create("ve.localhost", now.plus(Duration.ofDays(90)), RANDOM);
    ve.store(vault);
    next.store(vault);
    Set<Hash> both = Set.of(ve.pin(), next.pin());
    TlsKeys keys = new TlsKeys(vault, both, now);
    try (PeerServer turning = serve(keys)) {
      assertThat(shownBy(turning)).isEqualTo(ve.pin());
      keys.refresh(vault, both, now.plus(TlsIdentity.LIFE));
      assertThat(shownBy(turning)).isEqualTo(next.pin());
      keys.refresh(vault, both, now);
      assertThat(shownBy(turning)).isEqualTo(ve.pin());
      keys.refresh(vault, Set.of(next.pin()), now);
      assertThat(shownBy(turning)).isEqualTo(next.pin());
    }
  }

  private PeerServer serve(TlsKeys keys) throws IOException {
    return PeerServer.start(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        tls(keys),
        BOUNDS,
        new HeadsOnly());
  }

  private PeerTls tls(TlsKeys keys) {
    return new PeerTls(keys, pin -> Optional.ofNullable(records.get(pin)), () -> now, RANDOM);
  }

  private static PeerAnswer ask(PeerClient client, PeerServer server) throws InterruptedException {
    return client.headSeen(VE, "https://localhost:" + server.port());
  }

  private Hash shownBy(PeerServer listening) throws IOException {
    int patience = (int) BOUNDS.patience().toMillis();
    try (SSLSocket socket = PeerProbe.connect(co, "localhost", listening.port(), patience)) {
      return TlsIdentity.pinOf(socket.getSession().getPeerCertificates()[0]);
    }
  }

  private static final class HeadsOnly implements PeerCore {
    @Override
    public Bytes receive(NodeId from, Bytes envelope) {
      return Bytes.EMPTY;
    }

    @Override
    public Bytes ownRecord() {
      return Bytes.EMPTY;
    }

    @Override
    public Bytes headSeenOf(NodeId partner) {
      return Bytes.utf8("head of " + partner);
    }
  }
}
