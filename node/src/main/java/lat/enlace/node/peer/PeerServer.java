// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.peer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLPeerUnverifiedException;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.model.NodeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The endpoint for peers, on a port of its own: {@link #BATCHES}, {@link #HEAD}, {@link
/// #NODE_RECORD} and the parts of files ({@link PartPath}).
///
/// It knows the caller by his TLS key, looked up again for every request so that a replaced record
/// counts at once. Every answer but 200 means that nothing was taken.
public final class PeerServer implements AutoCloseable {
  /// Where batches are posted.
  public static final String BATCHES = "/peer/v1/batches";

  /// Where a partner asks which head of its own log this node saw last.
  public static final String HEAD = "/peer/v1/head";

  /// Where this node's own node record in force is.
  public static final String NODE_RECORD = "/peer/v1/node-record";

  private static final Set<String> PATHS = Set.of(BATCHES, HEAD, NODE_RECORD);

  private static final Logger LOG = LoggerFactory.getLogger(PeerServer.class);
  private static final int BACKLOG = 64;
  private static final String RETRY_SECONDS = "2";

  private final HttpsServer server;
  private final ExecutorService executor;
  private final PeerTrust trust;
  private final PeerBounds bounds;
  private final PeerCore core;
  private final Map<NodeId, Semaphore> busy = new ConcurrentHashMap<>();
  private final Map<NodeId, Semaphore> fetching = new ConcurrentHashMap<>();

  private PeerServer(
      HttpsServer server,
      ExecutorService executor,
      PeerTrust trust,
      PeerBounds bounds,
      PeerCore core) {
    this.server = server;
    this.executor = executor;
    this.trust = trust;
    this.bounds = bounds;
    this.core = core;
  }

  /// Listens on `address`.
  public static PeerServer start(
      InetSocketAddress address, PeerTls tls, PeerBounds bounds, PeerCore core) throws IOException {
    bounds.limitListeners();
    PeerTrust trust = tls.anyPeer();
    HttpsServer server = HttpsServer.create(address, BACKLOG);
    server.setHttpsConfigurator(
        new HttpsConfigurator(tls.listening(trust)) {
          @Override
          public void configure(HttpsParameters parameters) {
            parameters.setSSLParameters(PeerTls.parameters());
          }
        });
    ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(executor);
    PeerServer peers = new PeerServer(server, executor, trust, bounds, core);
    server.createContext("/", peers::handle);
    server.start();
    return peers;
  }

  /// The port it listens on.
  public int port() {
    return server.getAddress().getPort();
  }

  /// Stops at once: a peer whose answer is cut off sends the batch again.
  @Override
  public void close() {
    server.stop(0);
    executor.shutdown();
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      answer(exchange, response(exchange));
    } catch (IOException e) {
      LOG.atInfo().addKeyValue("event", "peer.broken-off").log("a peer broke off");
    } catch (RuntimeException e) {
      // The type tells where to look; a message could hold what was sent.
      LOG.atError()
          .addKeyValue("event", "peer.failed")
          .addKeyValue("type", e.getClass().getName())
          .log("a peer request failed");
    }
  }

  private Response response(HttpExchange exchange) throws IOException {
    NodeId caller;
    try {
      caller = caller(exchange);
    } catch (PeerRefusedException | SSLPeerUnverifiedException e) {
      return Response.of(403);
    }
    String path = exchange.getRequestURI().getRawPath();
    String method = exchange.getRequestMethod();
    Optional<PartPath> part = PartPath.parse(path);
    if (!PATHS.contains(path) && part.isEmpty()) {
      return Response.of(404);
    }
    if (!method.equals(path.equals(BATCHES) ? "POST" : "GET")) {
      return Response.of(405);
    }
    // Files have a place of their own: they never keep a batch waiting.
    Semaphore free =
        part.isPresent()
            ? fetching.computeIfAbsent(caller, node -> new Semaphore(1))
            : busy.computeIfAbsent(caller, node -> new Semaphore(bounds.maxRequestsPerPeer()));
    if (!free.tryAcquire()) {
      return Response.of(503);
    }
    try {
      if (part.isPresent()) {
        return part(caller, part.get());
      }
      return switch (path) {
        case BATCHES -> receive(caller, exchange);
        case HEAD -> new Response(200, core.headSeenOf(caller));
        default -> new Response(200, core.ownRecord());
      };
    } catch (ExchangeException e) {
      LOG.atWarn()
          .addKeyValue("event", "peer.not-taken")
          .addKeyValue("peer", caller)
          .addKeyValue("code", e.code())
          .log("a batch was not taken");
      return Response.of(503);
    } finally {
      free.release();
    }
  }

  private Response part(NodeId caller, PartPath path) throws ExchangeException {
    Bytes part = core.part(caller, path.item(), path.digest(), path.part());
    return part.isEmpty() ? Response.of(404) : new Response(200, part);
  }

  private Response receive(NodeId caller, HttpExchange exchange)
      throws IOException, ExchangeException {
    int limit = bounds.maxEnvelopeBytes();
    if (announced(exchange) > limit) {
      return Response.of(413);
    }
    byte[] body;
    try (InputStream in = exchange.getRequestBody()) {
      body = in.readNBytes(limit + 1);
    }
    if (body.length > limit) {
      return Response.of(413);
    }
    return new Response(200, core.receive(caller, Bytes.copyOf(body)));
  }

  /// The length a caller announces, so that nothing of what is too long is read; 0 if he does not.
  private static long announced(HttpExchange exchange) {
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private NodeId caller(HttpExchange exchange)
      throws SSLPeerUnverifiedException, PeerRefusedException {
    Certificate[] chain = ((HttpsExchange) exchange).getSSLSession().getPeerCertificates();
    return trust.ownerOf((X509Certificate) chain[0]);
  }

  private static void answer(HttpExchange exchange, Response response) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
    if (response.status() != 200) {
      exchange.getResponseHeaders().set("Connection", "close");
    }
    if (response.status() == 503) {
      exchange.getResponseHeaders().set("Retry-After", RETRY_SECONDS);
    }
    byte[] body = response.body().toArray();
    exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private record Response(int status, Bytes body) {
    static Response of(int status) {
      return new Response(status, Bytes.EMPTY);
    }
  }
}
