// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.peer;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.Links.Trouble;
import lat.enlace.model.ItemId;
import lat.enlace.model.NodeId;
import lat.enlace.node.keys.TlsIdentity;
import org.jspecify.annotations.Nullable;

/// Speaks to peers: one connection pool per partner and key shown, to a partner whose certificate
/// must be that partner's. No proxy, no redirect, one deadline for the whole answer.
public final class PeerClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final PeerAnswer UNKNOWN_KEY =
      new PeerAnswer.Failed(Trouble.UNREACHABLE, "the peer does not know this node's key");
  private static final PeerAnswer NO_HANDSHAKE =
      new PeerAnswer.Failed(Trouble.UNREACHABLE, "the peer refused the TLS handshake");
  private static final PeerAnswer BROKEN_OFF =
      new PeerAnswer.Failed(Trouble.NO_ANSWER, "the peer broke off");

  /// How a partner answers a key he does not know: in TLS 1.3 he judges it after the handshake, so
  /// that an alert may come late or not at all.
  private static final Set<PeerAnswer> TURNED_AWAY = Set.of(UNKNOWN_KEY, NO_HANDSHAKE, BROKEN_OFF);

  private final PeerTls tls;
  private final PeerBounds bounds;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Line, HttpClient> clients = new ConcurrentHashMap<>();
  private final Map<NodeId, Hash> taken = new ConcurrentHashMap<>();
  private final Map<NodeId, Instant> dates = new ConcurrentHashMap<>();

  /// With this node's identity.
  public PeerClient(PeerTls tls, PeerBounds bounds) {
    this.tls = tls;
    this.bounds = bounds;
  }

  /// Posts a batch to the partner's endpoint, `https://host:port`.
  public PeerAnswer post(NodeId partner, String endpoint, Bytes envelope)
      throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint + PeerServer.BATCHES))
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(envelope.toArray()))
            .build();
    return send(partner, request);
  }

  /// Asks the partner for the newest head of this node's log that it has seen.
  public PeerAnswer headSeen(NodeId partner, String endpoint) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint + PeerServer.HEAD)).GET().build();
    return send(partner, request);
  }

  /// Asks the partner for its node record in force.
  public PeerAnswer nodeRecord(NodeId partner, String endpoint) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint + PeerServer.NODE_RECORD)).GET().build();
    return send(partner, request);
  }

  /// Asks the partner for a part of a file that one of his items names.
  public PeerAnswer part(NodeId partner, String endpoint, ItemId item, Hash digest, int part)
      throws InterruptedException {
    URI uri = URI.create(endpoint + new PartPath(item, digest, part).text());
    return send(partner, HttpRequest.newBuilder(uri).GET().build());
  }

  /// By the partner's own clock, when it answered last, whatever it answered; nothing if it never
  /// did or did not say. To the second.
  public Optional<Instant> dateOf(NodeId partner) {
    return Optional.ofNullable(dates.get(partner));
  }

  /// Shows the key that the partner took last, and the others only to one that turns it away: he
  /// may know another of this node's records than the newest. What he turned away he did not take.
  private PeerAnswer send(NodeId partner, HttpRequest request) throws InterruptedException {
    PeerAnswer answer = new PeerAnswer.Failed(Trouble.UNREACHABLE, "no key to show");
    for (TlsIdentity identity : candidates(partner)) {
      answer = sendAs(identity, partner, request);
      if (!TURNED_AWAY.contains(answer)) {
        taken.put(partner, identity.pin());
        return answer;
      }
    }
    return answer;
  }

  private List<TlsIdentity> candidates(NodeId partner) {
    Hash last = taken.getOrDefault(partner, tls.identities().getFirst().pin());
    return tls.identities().stream()
        .sorted(Comparator.comparing(one -> !one.pin().equals(last)))
        .toList();
  }

  private PeerAnswer sendAs(TlsIdentity identity, NodeId partner, HttpRequest request)
      throws InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> pending =
        client(identity, partner)
            .sendAsync(
                request,
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), bounds.maxEnvelopeBytes()));
    try {
      // The one deadline: a second one in the request would tell the same silence by another word.
      HttpResponse<byte[]> response =
          pending.get(bounds.patience().toMillis(), TimeUnit.MILLISECONDS);
      return judged(partner, response);
    } catch (TimeoutException e) {
      pending.cancel(true);
      return new PeerAnswer.Failed(Trouble.NO_ANSWER, "no answer in time");
    } catch (ExecutionException e) {
      return failure(e.getCause());
    }
  }

  private PeerAnswer judged(NodeId partner, HttpResponse<byte[]> response) {
    try {
      SSLSession session =
          response
              .sslSession()
              .orElseThrow(() -> new SSLPeerUnverifiedException("the answer came without TLS"));
      tls.only(partner).ownerOf((X509Certificate) session.getPeerCertificates()[0]);
    } catch (PeerRefusedException | SSLPeerUnverifiedException e) {
      return new PeerAnswer.Failed(Trouble.WRONG_CERTIFICATE, e.getClass().getSimpleName());
    }
    date(response).ifPresent(date -> dates.put(partner, date));
    return switch (response.statusCode()) {
      case 200 -> new PeerAnswer.Body(Bytes.copyOf(response.body()));
      case 503 -> new PeerAnswer.Failed(Trouble.NO_ANSWER, "the peer is busy or read-only");
      case 403 -> UNKNOWN_KEY;
      default ->
          new PeerAnswer.Failed(Trouble.NOT_AN_ACK, "the peer answered " + response.statusCode());
    };
  }

  private static Optional<Instant> date(HttpResponse<byte[]> response) {
    try {
      return response
          .headers()
          .firstValue("Date")
          .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// Connections to a partner under one of this node's keys.
  private record Line(NodeId partner, Hash own) {}

  private HttpClient client(TlsIdentity own, NodeId partner) {
    return clients.computeIfAbsent(
        new Line(partner, own.pin()),
        line ->
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECT)
                .executor(executor)
                .sslContext(tls.calling(own, tls.only(line.partner())))
                .sslParameters(PeerTls.parameters())
                .build());
  }

  private static PeerAnswer failure(@Nullable Throwable cause) {
    for (Throwable e = cause; e != null; e = e.getCause()) {
      if (e instanceof PeerRefusedException refused) {
        return new PeerAnswer.Failed(Trouble.WRONG_CERTIFICATE, refused.code().name());
      }
      if (e instanceof ConnectException
          || e instanceof UnknownHostException
          || e instanceof UnresolvedAddressException
          || e instanceof HttpConnectTimeoutException) {
        return new PeerAnswer.Failed(Trouble.UNREACHABLE, e.getClass().getSimpleName());
      }
    }
    return switch (cause) {
      case HttpTimeoutException e -> new PeerAnswer.Failed(Trouble.NO_ANSWER, "no answer in time");
      case SSLException e -> NO_HANDSHAKE;
      case IOException e when tooLong(e) ->
          new PeerAnswer.Failed(Trouble.NOT_AN_ACK, "the answer is too long");
      case IOException e -> BROKEN_OFF;
      case null, default ->
          new PeerAnswer.Failed(Trouble.UNREACHABLE, "the request could not be made");
    };
  }

  private static boolean tooLong(IOException e) {
    return e.getMessage() != null && e.getMessage().contains("body exceeds capacity");
  }

  @Override
  public void close() {
    clients.values().forEach(HttpClient::shutdownNow);
    executor.shutdownNow();
  }
}
