// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocket;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.peer.Heads;
import lat.enlace.node.keys.TlsIdentity;
import lat.enlace.node.peer.PeerAnswer;
import lat.enlace.node.peer.PeerBounds;
import lat.enlace.node.peer.PeerClient;
import lat.enlace.node.peer.PeerProbe;
import lat.enlace.node.peer.PeerTls;

/// The way to one partner, step by step: record, name, connection, TLS, certificate, answer, clock.
/// What comes after a broken step is not looked at.
final class PeerSteps {
  private static final int PATIENCE_MILLIS = 5000;
  private static final int SECONDS = 60;

  private final PeerAddress peer;
  private final TlsIdentity own;
  private final Instant now;
  private final Supplier<Instant> clock;
  private final List<Step> steps = new ArrayList<>();

  PeerSteps(PeerAddress peer, TlsIdentity own, Supplier<Instant> clock) {
    this.peer = peer;
    this.own = own;
    this.clock = clock;
    this.now = clock.get();
  }

  List<Step> look() throws InterruptedException {
    boolean reachable = hasRecord() && resolves() && connects();
    boolean trusted = reachable && showsItsKey();
    if (trusted) {
      answers();
    }
    return List.copyOf(steps);
  }

  private boolean hasRecord() {
    return peer.endpoint().isEmpty()
        ? broken("record", "no node record in force", "ask the partner for its newest node record")
        : good("record", "in force, " + peer.endpoint());
  }

  private boolean resolves() {
    try {
      return good("name", InetAddress.getByName(host()).getHostAddress());
    } catch (UnknownHostException e) {
      return broken("name", host() + " has no address", "check DNS, or ask for the right name");
    }
  }

  private boolean connects() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host(), port()), PATIENCE_MILLIS);
      return good("connection", "port " + port() + " is open");
    } catch (IOException e) {
      return broken(
          "connection",
          "port " + port() + ": " + e.getClass().getSimpleName(),
          "check routes and firewalls on both sides, and that the partner's node runs");
    }
  }

  private boolean showsItsKey() {
    X509Certificate shown;
    try (SSLSocket socket = PeerProbe.connect(own, host(), port(), PATIENCE_MILLIS)) {
      shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
    } catch (IOException e) {
      return broken(
          "tls",
          e.getClass().getSimpleName(),
          "something else than a node answers there, or a box in between breaks TLS 1.3");
    }
    good("tls", "version 1.3");
    Hash pin = TlsIdentity.pinOf(shown);
    if (!peer.tls().contains(pin)) {
      return broken(
          "certificate",
          "key " + pin + " is not in the node record",
          "adopt the partner's newest node record; if there is none, someone sits in between");
    }
    if (now.isAfter(shown.getNotAfter().toInstant())
        || now.isBefore(shown.getNotBefore().toInstant())) {
      return broken(
          "certificate",
          "valid " + shown.getNotBefore().toInstant() + " to " + shown.getNotAfter().toInstant(),
          "the partner must renew it; or this clock is wrong");
    }
    return good("certificate", "the one of the node record");
  }

  private void answers() throws InterruptedException {
    PeerTls tls =
        new PeerTls(
            own,
            pin ->
                peer.tls().contains(pin)
                    ? java.util.Optional.of(peer.node())
                    : java.util.Optional.empty(),
            () -> now,
            new SecureRandom());
    try (PeerClient client = new PeerClient(tls, PeerBounds.USUAL)) {
      switch (client.headSeen(peer.node(), peer.endpoint())) {
        case PeerAnswer.Body(var head) ->
            good("answer", head.isEmpty() ? "nothing received from here yet" : "knows this ledger");
        case PeerAnswer.Failed(var trouble, String detail) ->
            broken(
                "answer",
                trouble.code() + ": " + detail,
                "the partner must adopt this node's newest node record, or start its node");
      }
      client.dateOf(peer.node()).ifPresent(this::agreesOnTheTime);
    }
  }

  /// Beyond the tolerance every batch is refused, this way or the other.
  private void agreesOnTheTime(Instant theirs) {
    Duration ahead = Duration.between(theirs, clock.get());
    long seconds = ahead.abs().toSeconds();
    if (seconds <= Heads.CLOCK_TOLERANCE.toSeconds()) {
      good("clock", "agrees with this one to " + Heads.CLOCK_TOLERANCE.toMinutes() + " minutes");
    } else {
      broken(
          "clock",
          "this clock is "
              + (seconds + SECONDS / 2) / SECONDS
              + " minutes "
              + (ahead.isNegative() ? "behind" : "ahead of")
              + " the partner's: batches are refused with CLOCK",
          "set the clock here and run a time service; if this clock agrees with those of other"
              + " partners, it is this partner who must");
    }
  }

  private boolean good(String step, String detail) {
    steps.add(Step.good("peer " + peer.node() + ": " + step, detail));
    return true;
  }

  private boolean broken(String step, String detail, String mend) {
    steps.add(Step.broken("peer " + peer.node() + ": " + step, detail, mend));
    return false;
  }

  private String host() {
    return URI.create(peer.endpoint()).getHost();
  }

  private int port() {
    int port = URI.create(peer.endpoint()).getPort();
    return port < 0 ? 443 : port;
  }
}
