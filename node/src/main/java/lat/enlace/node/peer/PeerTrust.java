// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.peer;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.function.Predicate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.NodeId;
import lat.enlace.node.keys.TlsIdentity;

/// Trusts a certificate if it is within its term and its key stands in the node record in force of
/// an expected node. Names, issuers and the certificate authorities of the platform count for
/// nothing: a host name proves less than a record that the state's root key signed.
final class PeerTrust extends X509ExtendedTrustManager {
  private final PinOwners owners;
  private final Clock clock;
  private final Predicate<NodeId> expected;

  PeerTrust(PinOwners owners, Clock clock, Predicate<NodeId> expected) {
    this.owners = owners;
    this.clock = clock;
    this.expected = expected;
  }

  /// The node whose certificate `certificate` is, now.
  NodeId ownerOf(X509Certificate certificate) throws PeerRefusedException {
    try {
      certificate.checkValidity(Date.from(clock.now()));
    } catch (CertificateException e) {
      PeerRefusedException refused =
          new PeerRefusedException(PeerRefusedException.Code.OUT_OF_TERM);
      refused.initCause(e);
      throw refused;
    }
    return owners
        .ownerOf(TlsIdentity.pinOf(certificate))
        .filter(expected)
        .orElseThrow(() -> new PeerRefusedException(PeerRefusedException.Code.UNKNOWN_KEY));
  }

  private void check(X509Certificate[] chain) throws PeerRefusedException {
    if (chain.length == 0) {
      throw new PeerRefusedException(PeerRefusedException.Code.MISSING);
    }
    ownerOf(chain[0]);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
