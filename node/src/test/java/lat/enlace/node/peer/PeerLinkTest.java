// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Links.Trouble;
import lat.enlace.model.NodeId;
import lat.enlace.node.keys.TlsIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeerLinkTest {
  private static final NodeId CO = new NodeId("co.example/enlace");
  private static final NodeId VE = new NodeId("ve.example/enlace");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final PeerBounds BOUNDS = new PeerBounds(4096, Duration.ofSeconds(2), 64, 2);

  private final Map<Hash, NodeId> records = new ConcurrentHashMap<>();
  private final List<NodeId> callers = Collections.synchronizedList(new ArrayList<>());
  private final List<AutoCloseable> open = new ArrayList<>();
  private Instant now = Instant.now();
  private TlsIdentity co;
  private TlsIdentity ve;
  private PeerServer server;

  @BeforeEach
  void start() throws IOException {
    co = TlsIdentity.create("co.localhost", now, RANDOM);
    ve = TlsIdentity.create("ve.localhost", now, RANDOM);
    records.put(co.pin(), CO);
    records.put(ve.pin(), VE);
    server = serve(ve);
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  @Test
  void post_reachesTheCoreUnderTheCallersName() throws Exception {
    assertThat(post(co)).isEqualTo(new PeerAnswer.Body(Bytes.utf8("took batch")));
    assertThat(callers).containsExactly(CO);
  }

  @Test
  void headSeen_answersTheCallerAboutHisOwnLog() throws Exception {
    PeerAnswer answer = client(co).headSeen(VE, endpoint(server.port()));
    assertThat(answer).isEqualTo(new PeerAnswer.Body(Bytes.utf8("head of " + CO)));
  }

  @Test
  void post_refusesAServerWithAnotherKey() throws Exception {
    records.put(ve.pin(), new NodeId("xx.example/enlace"));
    assertFailed(Trouble.WRONG_CERTIFICATE, post(co));
    assertThat(callers).isEmpty();
  }

  @Test
  void post_isRefusedFromAnUnknownKey() throws Exception {
    records.remove(co.pin());
    assertTurnedAway(post(co));
    assertThat(callers).isEmpty();
  }

  @Test
  void post_isRefusedAtOnceWhenTheRecordIsReplaced() throws Exception {
    PeerClient client = client(co);
    assertThat(client.post(VE, endpoint(server.port()), Bytes.utf8("batch")))
        .isInstanceOf(PeerAnswer.Body.class);
    records.remove(co.pin());
    assertTurnedAway(client.post(VE, endpoint(server.port()), Bytes.utf8("batch")));
    assertThat(callers).containsExactly(CO);
  }

  @Test
  void client_resumesNoSession_soThatNothingIsSentUnderAReplacedRecord() throws Exception {
    PeerClient client = client(co);
    assertFailed(
        Trouble.NO_ANSWER, client.post(VE, endpoint(server.port()), Bytes.utf8("unavailable")));
    records.put(ve.pin(), new NodeId("xx.example/enlace"));
    assertFailed(
        Trouble.WRONG_CERTIFICATE, client.post(VE, endpoint(server.port()), Bytes.utf8("batch")));
    assertThat(callers).containsExactly(CO);
  }

  @Test
  void server_resumesNoSession_evenForAClientThatWould() throws Exception {
    PeerTls own = tls(co);
    SSLContext resuming = own.single(new ShownKey(() -> co), own.anyPeer());
    try (SSLSocket first = connect(resuming, "TLSv1.3")) {
      ask(first, "GET /");
      assertThat(first.getInputStream().readAllBytes()).isNotEmpty();
    }
    records.remove(co.pin());
    assertThatThrownBy(
            () -> {
              try (SSLSocket second = connect(resuming, "TLSv1.3")) {
                ask(second, "GET /");
                if (second.getInputStream().read() < 0) {
                  throw new IOException("closed");
                }
              }
            })
        .isInstanceOf(IOException.class);
  }

  @Test
  void post_refusesAnExpiredServer() throws Exception {
    TlsIdentity old = outOfTerm();
    records.put(old.pin(), VE);
    PeerServer expired = serve(old);
    assertFailed(
        Trouble.WRONG_CERTIFICATE,
        client(co).post(VE, endpoint(expired.port()), Bytes.utf8("batch")));
  }

  @Test
  void post_isRefusedWithAnExpiredCertificate() throws Exception {
    TlsIdentity old = outOfTerm();
    records.put(old.pin(), CO);
    assertTurnedAway(post(old));
    assertThat(callers).isEmpty();
  }

  @Test
  void post_holdsWithAClockThatIsAnHourOff() throws Exception {
    now = now.minus(Duration.ofHours(1));
    assertThat(post(co)).isInstanceOf(PeerAnswer.Body.class);
    now = now.plus(Duration.ofHours(2));
    assertThat(post(co)).isInstanceOf(PeerAnswer.Body.class);
  }

  @Test
  void post_isRefusedWhenTooLong() throws Exception {
    Bytes long4k = Bytes.copyOf(new byte[BOUNDS.maxEnvelopeBytes() + 1]);
    assertFailed(Trouble.NOT_AN_ACK, client(co).post(VE, endpoint(server.port()), long4k));
    assertThat(callers).isEmpty();
  }

  @Test
  void server_refusesByTheLengthAnnouncedBeforeAnythingIsSent() throws Exception {
    try (SSLSocket socket = connect(tls(co), "TLSv1.3")) {
      String head =
          "POST " + PeerServer.BATCHES + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: ";
      socket
          .getOutputStream()
          .write((head + "999999999\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
      assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
    }
    assertThat(callers).isEmpty();
  }

  @Test
  void post_refusesAnAnswerThatIsTooLong() throws Exception {
    assertFailed(
        Trouble.NOT_AN_ACK,
        client(co).post(VE, endpoint(server.port()), Bytes.utf8("long answer")));
  }

  @Test
  void post_saysThatAReadOnlyPeerTookNothing() throws Exception {
    assertFailed(
        Trouble.NO_ANSWER, client(co).post(VE, endpoint(server.port()), Bytes.utf8("unavailable")));
  }

  @Test
  void post_givesUpOnAPeerThatAcceptsAndNeverAnswers() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertFailed(
          Trouble.NO_ANSWER,
          client(co).post(VE, endpoint(silent.getLocalPort()), Bytes.utf8("batch")));
    }
  }

  @Test
  void post_givesUpOnAPeerThatTakesTheBatchAndNeverAnswers() throws Exception {
    assertFailed(
        Trouble.NO_ANSWER, client(co).post(VE, endpoint(server.port()), Bytes.utf8("sleep")));
  }

  @Test
  void post_saysThatNobodyListens() throws Exception {
    int port = server.port();
    server.close();
    assertFailed(Trouble.UNREACHABLE, client(co).post(VE, endpoint(port), Bytes.utf8("batch")));
  }

  @Test
  void server_refusesAClientWithoutCertificate() throws Exception {
    PeerTls anonymous =
        new PeerTls(TlsIdentity.create("x", now, RANDOM), owners(), () -> now, RANDOM);
    try (SSLSocket socket = connect(anonymous, "TLSv1.3")) {
      assertThatThrownBy(
              () -> {
                ask(socket, "POST " + PeerServer.BATCHES);
                if (socket.getInputStream().read() < 0) {
                  throw new IOException("closed");
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void server_refusesTls12() throws Exception {
    try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      var context = javax.net.ssl.SSLContext.getInstance("TLSv1.2");
      context.init(null, new javax.net.ssl.TrustManager[] {tls(co).anyPeer()}, RANDOM);
      SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, "localhost", 1, true);
      socket.setEnabledProtocols(new String[] {"TLSv1.2"});
      assertThatThrownBy(socket::startHandshake).isInstanceOf(IOException.class);
    }
  }

  @Test
  void server_knowsNoOtherPathAndNoOtherMethod() throws Exception {
    assertThat(status("GET /")).isEqualTo("HTTP/1.1 404 Not Found");
    assertThat(status("GET /peer/v1/batches")).isEqualTo("HTTP/1.1 405 Method Not Allowed");
    assertThat(status("POST /peer/v1/../v1/batches")).isEqualTo("HTTP/1.1 404 Not Found");
  }

  @Test
  void server_hangsUpOnAClientThatDripsItsRequest() throws Exception {
    try (SSLSocket socket = connect(tls(co), "TLSv1.3")) {
      OutputStream out = socket.getOutputStream();
      assertThatThrownBy(
              () -> {
                out.write(
                    ("POST " + PeerServer.BATCHES + " HTTP/1.1\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; i < 200; i++) {
                  out.write(("x-" + i + ": y\r\n").getBytes(StandardCharsets.US_ASCII));
                  out.flush();
                  Thread.sleep(100);
                }
              })
          .isInstanceOf(IOException.class);
    }
    assertThat(callers).isEmpty();
  }

  private PeerServer serve(TlsIdentity identity) throws IOException {
    PeerServer started =
        PeerServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            tls(identity),
            BOUNDS,
            new RecordingCore());
    open.add(started);
    return started;
  }

  private PeerAnswer post(TlsIdentity as) throws InterruptedException {
    return client(as).post(VE, endpoint(server.port()), Bytes.utf8("batch"));
  }

  private PeerClient client(TlsIdentity as) {
    PeerClient client = new PeerClient(tls(as), BOUNDS);
    open.add(client);
    return client;
  }

  private PeerTls tls(TlsIdentity identity) {
    return new PeerTls(identity, owners(), () -> now, RANDOM);
  }

  private PinOwners owners() {
    return pin -> Optional.ofNullable(records.get(pin));
  }

  private TlsIdentity outOfTerm() {
    return TlsIdentity.create(
        "old.localhost", now.minus(Duration.ofDays(400)), now.minus(Duration.ofDays(3)), RANDOM);
  }

  private SSLSocket connect(PeerTls as, String protocol) throws IOException {
    return connect(as.calling(as.identities().getFirst(), as.anyPeer()), protocol);
  }

  private SSLSocket connect(SSLContext context, String protocol) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), server.port());
    socket.setEnabledProtocols(new String[] {protocol});
    socket.setSoTimeout(10_000);
    return socket;
  }

  private String status(String request) throws IOException {
    try (SSLSocket socket = connect(tls(co), "TLSv1.3")) {
      ask(socket, request);
      StringBuilder line = new StringBuilder();
      for (int c = socket.getInputStream().read(); c >= 0 && c != '\r'; ) {
        line.append((char) c);
        c = socket.getInputStream().read();
      }
      return line.toString();
    }
  }

  private static void ask(SSLSocket socket, String request) throws IOException {
    String text = request + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n";
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static String endpoint(int port) {
    return "https://localhost:" + port;
  }

  /// In TLS 1.3 the server judges the client's certificate after the client has finished its
  /// handshake, so the client sees the refusal as an alert or, if the connection is gone first, as
  /// silence.
  private static void assertTurnedAway(PeerAnswer answer) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            PeerAnswer.Failed.class,
            failed -> assertThat(failed.trouble()).isIn(Trouble.UNREACHABLE, Trouble.NO_ANSWER));
  }

  private static void assertFailed(Trouble trouble, PeerAnswer answer) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            PeerAnswer.Failed.class,
            failed -> assertThat(failed.trouble()).as(failed.detail()).isEqualTo(trouble));
  }

  /// Answers, or does what the envelope says.
  private final class RecordingCore implements PeerCore {
    @Override
    public Bytes receive(NodeId from, Bytes envelope) throws ExchangeException {
      callers.add(from);
      if (envelope.equals(Bytes.utf8("sleep"))) {
        try {
          Thread.sleep(BOUNDS.patience().multipliedBy(2));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      if (envelope.equals(Bytes.utf8("unavailable"))) {
        throw new ExchangeException(ExchangeException.Code.UNAVAILABLE, "read-only");
      }
      if (envelope.equals(Bytes.utf8("long answer"))) {
        return Bytes.copyOf(new byte[BOUNDS.maxEnvelopeBytes() + 1]);
      }
      return Bytes.concat(Bytes.utf8("took "), envelope);
    }

    @Override
    public Bytes ownRecord() {
      return Bytes.utf8("a node record");
    }

    @Override
    public Bytes headSeenOf(NodeId partner) {
      return Bytes.utf8("head of " + partner);
    }
  }
}
