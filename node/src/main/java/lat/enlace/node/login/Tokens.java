// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.login;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.OfficerId;

/// Bearer tokens for programs that use the API: 32 random bytes, of which only the hash is kept, in
/// memory, for eight hours. A restart ends them.
public final class Tokens {
  /// How long a token lives.
  public static final Duration LIFE = Duration.ofHours(8);

  private static final int TOKEN_BYTES = 32;

  private final Clock clock;
  private final SecureRandom random;
  private final Map<Hash, Grant> grants = new ConcurrentHashMap<>();

  /// By `clock`.
  public Tokens(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  /// A new token for `officer`.
  public String issue(OfficerId officer) {
    byte[] token = new byte[TOKEN_BYTES];
    random.nextBytes(token);
    Instant now = clock.now();
    grants.values().removeIf(grant -> !now.isBefore(grant.until()));
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    grants.put(hash(text), new Grant(officer, now.plus(LIFE)));
    return text;
  }

  /// Whose token it is, while it lives.
  public Optional<OfficerId> holder(String token) {
    Grant grant = grants.get(hash(token));
    return grant == null || !clock.now().isBefore(grant.until())
        ? Optional.empty()
        : Optional.of(grant.officer());
  }

  /// Ends a token.
  public void revoke(String token) {
    grants.remove(hash(token));
  }

  private static Hash hash(String token) {
    return Hash.sha256(Bytes.utf8(token));
  }

  private record Grant(OfficerId officer, Instant until) {}
}
