// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import lat.enlace.bytes.Bytes;
import lat.enlace.ledger.CosignRequest;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.ledger.Witness;
import lat.enlace.node.peer.PeerBounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves one witness over HTTP: `POST /add-checkpoint` (C2SP tlog-witness). Nothing it is told or
/// says is secret; a proxy in front of it speaks TLS. Requests are decided one after the other.
public final class WitnessServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WitnessServer.class);
  private static final String PATH = "/add-checkpoint";
  private static final int MOST_BYTES = 1 << 18;
  private static final int MOST_AT_ONCE = 64;
  private static final int BACKLOG = 64;

  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore free = new Semaphore(MOST_AT_ONCE);
  private final ReentrantLock turn = new ReentrantLock();
  private final Witness witness;

  private WitnessServer(HttpServer server, Witness witness) {
    this.server = server;
    this.witness = witness;
  }

  /// Listens on `address`.
  public static WitnessServer start(InetSocketAddress address, Witness witness) throws IOException {
    PeerBounds.USUAL.limitListeners();
    WitnessServer serving = new WitnessServer(HttpServer.create(address, BACKLOG), witness);
    serving.server.setExecutor(serving.executor);
    serving.server.createContext("/", serving::handle);
    serving.server.start();
    return serving;
  }

  /// The port it listens on.
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdown();
  }

  private record Answer(int status, String type, String text) {
    static Answer of(int status, String text) {
      return new Answer(status, "text/plain; charset=utf-8", text + "\n");
    }
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      Answer answer = answer(exchange);
      byte[] body = Bytes.utf8(answer.text()).toArray();
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      if (answer.status() != 200) {
        exchange.getResponseHeaders().set("Connection", "close");
      }
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      LOG.atInfo().addKeyValue("event", "witness.broken-off").log("a log broke off");
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestURI().getRawPath().equals(PATH)) {
      return Answer.of(404, "this witness answers " + PATH);
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return Answer.of(405, "POST");
    }
    if (!free.tryAcquire()) {
      return Answer.of(503, "busy; ask again");
    }
    try {
      byte[] body;
      try (InputStream in = exchange.getRequestBody()) {
        body = in.readNBytes(MOST_BYTES + 1);
      }
      if (body.length > MOST_BYTES) {
        return Answer.of(413, "a request has at most " + MOST_BYTES + " bytes");
      }
      return decide(CosignRequest.parse(Bytes.copyOf(body)));
    } catch (LedgerException e) {
      return Answer.of(400, "not a request of C2SP tlog-witness: " + e.code());
    } finally {
      free.release();
    }
  }

  private Answer decide(CosignRequest request) {
    turn.lock();
    try {
      return switch (witness.add(request)) {
        case Witness.Reply.Cosigned yes ->
            new Answer(200, "text/plain; charset=utf-8", yes.line().line() + "\n");
        case Witness.Reply.Conflict conflict ->
            new Answer(409, "text/x.tlog.size", conflict.lastSize() + "\n");
        case Witness.Reply.Refused refused -> {
          LOG.atWarn()
              .addKeyValue("event", "witness.refused")
              .addKeyValue("why", refused.reason())
              .log("a head was not cosigned");
          yield Answer.of(refused.reason().status(), refused.reason().name());
        }
      };
    } catch (LedgerException | LogStorageException e) {
      LOG.atError()
          .addKeyValue("event", "witness.memory")
          .addKeyValue("type", e.getClass().getName())
          .log("the memory cannot be used; nothing is cosigned");
      return Answer.of(500, "the memory of this witness cannot be used");
    } finally {
      turn.unlock();
    }
  }
}
