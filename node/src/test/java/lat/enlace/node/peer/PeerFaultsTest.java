// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Links.Trouble;
import lat.enlace.model.NodeId;
import lat.enlace.node.keys.TlsIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The real client against a partner with the right key that answers as no partner should. Each
/// fault has its word, and the same client speaks to the partner again once it is itself.
class PeerFaultsTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final NodeId CO = new NodeId("co.example/enlace");
  private static final NodeId VE = new NodeId("ve.example/enlace");
  private static final PeerBounds BOUNDS = new PeerBounds(4096, Duration.ofSeconds(2), 8, 2);

  private static final String LENGTH_0 = "Content-Length: 0\r\n\r\n";

  private final Instant now = Instant.now();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<NodeId> callers = new CopyOnWriteArrayList<>();
  private final TlsIdentity co = TlsIdentity.create("co.localhost", now, RANDOM);
  private final TlsIdentity ve = TlsIdentity.create("ve.localhost", now, RANDOM);
  private final PinOwners owners =
      pin -> Optional.ofNullable(Map.of(co.pin(), CO, ve.pin(), VE).get(pin));
  private PeerServer sound;
  private PeerClient client;

  @BeforeEach
  void start() throws IOException {
    sound =
        PeerServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            tls(ve),
            BOUNDS,
            new SoundCore());
    client = new PeerClient(tls(co), BOUNDS);
    open.add(sound);
    open.add(client);
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  @Test
  void post_followsNoRedirect() throws Exception {
    String place = "Location: " + endpoint(sound.port()) + PeerServer.BATCHES + "\r\n";
    assertFault(
        Trouble.NOT_AN_ACK,
        out -> write(out, "HTTP/1.1 307 Temporary Redirect\r\n" + place + LENGTH_0));
  }

  @Test
  void post_saysThatAnErrorIsNoAcknowledgement() throws Exception {
    assertFault(Trouble.NOT_AN_ACK, out -> write(out, "HTTP/1.1 500 Oops\r\n" + LENGTH_0));
  }

  @Test
  void post_givesUpOnAnAnswerThatIsNotHttp() throws Exception {
    assertFault(Trouble.NO_ANSWER, out -> write(out, "\u0001\u0002 nothing of the sort\r\n\r\n"));
  }

  @Test
  void post_givesUpOnAnAnswerThatDrips() throws Exception {
    assertFault(
        Trouble.NO_ANSWER,
        out -> {
          write(out, "HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n");
          for (int i = 0; i < 4000; i++) {
            write(out, "x");
            Thread.sleep(50);
          }
        });
  }

  @Test
  void post_givesUpOnAnAnswerThatIsCutShort() throws Exception {
    assertFault(
        Trouble.NO_ANSWER, out -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\nxxx"));
  }

  @Test
  void post_givesUpOnAnAnswerWithoutEnd() throws Exception {
    assertFault(
        Trouble.NOT_AN_ACK,
        out -> {
          write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
          for (int i = 0; i < 10_000; i++) {
            write(out, "400\r\n" + "x".repeat(1024) + "\r\n");
          }
        });
  }

  /// What a partner writes instead of an answer.
  @FunctionalInterface
  private interface Script {
    void play(OutputStream out) throws IOException, InterruptedException;
  }

  private void assertFault(Trouble trouble, Script script) throws Exception {
    try (SSLServerSocket odd =
        (SSLServerSocket)
            tls(ve)
                .listening(tls(ve).anyPeer())
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> serve(odd, script));
      PeerAnswer answer = client.post(VE, endpoint(odd.getLocalPort()), Bytes.utf8("batch"));
      assertThat(answer)
          .isInstanceOfSatisfying(
              PeerAnswer.Failed.class,
              failed -> assertThat(failed.trouble()).as(failed.detail()).isEqualTo(trouble));
    }
    assertThat(callers).isEmpty();
    assertThat(client.post(VE, endpoint(sound.port()), Bytes.utf8("batch")))
        .isEqualTo(new PeerAnswer.Body(Bytes.utf8("taken")));
    assertThat(callers).containsExactly(CO);
  }

  private static void serve(SSLServerSocket odd, Script script) {
    try (SSLSocket socket = (SSLSocket) odd.accept()) {
      if (socket.getInputStream().read() >= 0) {
        script.play(socket.getOutputStream());
      }
    } catch (IOException e) {
      // The client hung up, which is what it should do.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private PeerTls tls(TlsIdentity identity) {
    return new PeerTls(identity, owners, () -> now, RANDOM);
  }

  private static String endpoint(int port) {
    return "https://localhost:" + port;
  }

  private final class SoundCore implements PeerCore {
    @Override
    public Bytes receive(NodeId from, Bytes envelope) {
      callers.add(from);
      return Bytes.utf8("taken");
    }

    @Override
    public Bytes ownRecord() {
      return Bytes.EMPTY;
    }

    @Override
    public Bytes headSeenOf(NodeId partner) {
      return Bytes.EMPTY;
    }
  }
}
