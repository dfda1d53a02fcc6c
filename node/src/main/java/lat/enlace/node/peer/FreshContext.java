// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.peer;

import java.security.SecureRandom;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/// A TLS context that is another one for every connection, so that nothing is there to resume a
/// session from and each handshake asks the trust manager. The JDK has no switch for it: a timeout
/// only bounds how old a resumed session may be.
final class FreshContext extends SSLContextSpi {
  private final Supplier<SSLContext> made;

  private FreshContext(Supplier<SSLContext> made) {
    this.made = made;
  }

  /// A context whose connections each stand on what `made` gives.
  static SSLContext of(Supplier<SSLContext> made) {
    SSLContext like = made.get();
    return new SSLContext(new FreshContext(made), like.getProvider(), like.getProtocol()) {};
  }

  @Override
  protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {
    throw new IllegalStateException("its keys and trust are those of the contexts made");
  }

  @Override
  protected SSLEngine engineCreateSSLEngine() {
    return made.get().createSSLEngine();
  }

  @Override
  protected SSLEngine engineCreateSSLEngine(String host, int port) {
    return made.get().createSSLEngine(host, port);
  }

  @Override
  protected SSLSocketFactory engineGetSocketFactory() {
    return made.get().getSocketFactory();
  }

  @Override
  protected SSLServerSocketFactory engineGetServerSocketFactory() {
    return made.get().getServerSocketFactory();
  }

  @Override
  protected SSLSessionContext engineGetServerSessionContext() {
    return made.get().getServerSessionContext();
  }

  @Override
  protected SSLSessionContext engineGetClientSessionContext() {
    return made.get().getClientSessionContext();
  }

  @Override
  protected SSLParameters engineGetDefaultSSLParameters() {
    return made.get().getDefaultSSLParameters();
  }

  @Override
  protected SSLParameters engineGetSupportedSSLParameters() {
    return made.get().getSupportedSSLParameters();
  }
}
