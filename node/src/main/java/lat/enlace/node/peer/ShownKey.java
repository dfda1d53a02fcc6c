// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.peer;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import lat.enlace.node.keys.TlsIdentity;
import org.jspecify.annotations.Nullable;

/// Shows at each handshake the key whose turn it is. A handshake under way keeps the one it began
/// with.
final class ShownKey extends X509ExtendedKeyManager {
  private static final String TYPE = "EC";

  private final Supplier<TlsIdentity> turn;
  private final Map<String, TlsIdentity> shown = new ConcurrentHashMap<>();

  ShownKey(Supplier<TlsIdentity> turn) {
    this.turn = turn;
  }

  private String next() {
    TlsIdentity identity = turn.get();
    String alias = identity.pin().base64();
    shown.put(alias, identity);
    return alias;
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String type, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return type.equals(TYPE) ? next() : null;
  }

  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] types, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return List.of(types).contains(TYPE) ? next() : null;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return chooseEngineServerAlias(type, issuers, null);
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return chooseEngineClientAlias(types, issuers, null);
  }

  @Override
  public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
    return type.equals(TYPE) ? new String[] {next()} : null;
  }

  @Override
  public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
    return getServerAliases(type, issuers);
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    TlsIdentity identity = shown.get(alias);
    return identity == null ? null : new X509Certificate[] {identity.certificate()};
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    TlsIdentity identity = shown.get(alias);
    return identity == null ? null : identity.privateKey();
  }
}
