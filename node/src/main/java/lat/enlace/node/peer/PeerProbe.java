// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.peer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import lat.enlace.model.NodeId;
import lat.enlace.node.keys.TlsIdentity;

/// Shakes hands with whoever listens, to look at the certificate he shows. Sends nothing: a
/// handshake is no trust.
public final class PeerProbe {
  private PeerProbe() {}

  /// A connection after the handshake; the caller closes it.
  public static SSLSocket connect(TlsIdentity own, String host, int port, int patienceMillis)
      throws IOException {
    PeerTls tls =
        new PeerTls(own, pin -> Optional.<NodeId>empty(), Instant::now, new SecureRandom());
    Socket plain = new Socket();
    boolean done = false;
    try {
      plain.connect(new InetSocketAddress(host, port), patienceMillis);
      plain.setSoTimeout(patienceMillis);
      SSLSocket socket =
          (SSLSocket)
              tls.calling(own, new LookingTrust())
                  .getSocketFactory()
                  .createSocket(plain, host, port, true);
      socket.setSSLParameters(PeerTls.parameters());
      socket.setUseClientMode(true);
      socket.startHandshake();
      done = true;
      return socket;
    } finally {
      if (!done) {
        plain.close();
      }
    }
  }
}
