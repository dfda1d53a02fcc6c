// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.peer;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.NodeId;
import lat.enlace.node.keys.TlsIdentity;
import lat.enlace.node.keys.TlsKeys;

/// TLS between nodes: version 1.3 only, both sides show the key of their node record.
public final class PeerTls {
  private static final String VERSION = "TLSv1.3";

  private final TlsKeys own;
  private final PinOwners owners;
  private final Clock clock;
  private final SecureRandom random;

  /// For a node with the one key `identity`.
  public PeerTls(TlsIdentity identity, PinOwners owners, Clock clock, SecureRandom random) {
    this(new TlsKeys(identity), owners, clock, random);
  }

  /// For this node's `own` keys, one after the other.
  public PeerTls(TlsKeys own, PinOwners owners, Clock clock, SecureRandom random) {
    this.own = own;
    this.owners = owners;
    this.clock = clock;
    this.random = random;
  }

  /// Accepts every node whose record is in force.
  PeerTrust anyPeer() {
    return new PeerTrust(owners, clock, node -> true);
  }

  /// Accepts `partner` only.
  PeerTrust only(NodeId partner) {
    return new PeerTrust(owners, clock, partner::equals);
  }

  /// This node's keys, the one to try first at a partner first.
  List<TlsIdentity> identities() {
    return own.inOrder();
  }

  /// A context that shows the certificate in turn at each handshake and trusts what `trust` trusts.
  SSLContext listening(X509ExtendedTrustManager trust) {
    return context(new ShownKey(own::shown), trust);
  }

  /// A context that shows `identity` and trusts what `trust` trusts.
  SSLContext calling(TlsIdentity identity, X509ExtendedTrustManager trust) {
    return context(new ShownKey(() -> identity), trust);
  }

  /// Sessions are not resumed: a resumed session would skip the look at the record in force.
  private SSLContext context(ShownKey key, X509ExtendedTrustManager trust) {
    return FreshContext.of(() -> single(key, trust));
  }

  /// A context for one connection: a second one may resume the session of the first.
  SSLContext single(ShownKey key, X509ExtendedTrustManager trust) {
    try {
      SSLContext context = SSLContext.getInstance(VERSION);
      context.init(new KeyManager[] {key}, new TrustManager[] {trust}, random);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS 1.3", e);
    }
  }

  /// TLS 1.3, and the client must show a certificate.
  static SSLParameters parameters() {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {VERSION});
    parameters.setNeedClientAuth(true);
    return parameters;
  }
}
