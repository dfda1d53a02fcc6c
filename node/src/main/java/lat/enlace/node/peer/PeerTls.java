// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.peer;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.NodeId;
import lat.enlace.node.keys.TlsIdentity;

/// TLS between nodes: version 1.3 only, both sides show the key of their node record.
public final class PeerTls {
  private static final String VERSION = "TLSv1.3";
  private static final char[] IN_MEMORY = "memory".toCharArray();

  private final TlsIdentity identity;
  private final PinOwners owners;
  private final Clock clock;
  private final SecureRandom random;

  /// For this node's `identity`.
  public PeerTls(TlsIdentity identity, PinOwners owners, Clock clock, SecureRandom random) {
    this.identity = identity;
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

  /// A context that shows this node's certificate and trusts what `trust` trusts. Sessions are not
  /// resumed: a resumed session would skip the look at the record in force.
  SSLContext context(X509ExtendedTrustManager trust) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, IN_MEMORY);
      store.setKeyEntry(
          "node", identity.privateKey(), IN_MEMORY, new Certificate[] {identity.certificate()});
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, IN_MEMORY);
      SSLContext context = SSLContext.getInstance(VERSION);
      context.init(keys.getKeyManagers(), new TrustManager[] {trust}, random);
      context.getServerSessionContext().setSessionTimeout(1);
      context.getClientSessionContext().setSessionTimeout(1);
      return context;
    } catch (GeneralSecurityException | IOException e) {
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
