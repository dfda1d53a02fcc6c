// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.login;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.port.Clock;

/// Remembers for five minutes that a password matched, so that a program that authenticates every
/// request does not cost a slow hash each time. Keeps a digest salted with a secret of this
/// process, in memory only; a changed password has another hash and so another entry.
final class RecentPasswords {
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final int MAX_ENTRIES = 1000;
  private static final int SALT_BYTES = 32;

  private final Passwords passwords;
  private final Clock clock;
  private final Bytes salt;
  private final Map<Hash, Instant> matched = new ConcurrentHashMap<>();

  RecentPasswords(Passwords passwords, Clock clock) {
    this.passwords = passwords;
    this.clock = clock;
    byte[] fresh = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(fresh);
    this.salt = Bytes.copyOf(fresh);
  }

  boolean matches(String password, String hash) {
    Instant now = clock.now();
    Hash digest = Hash.sha256(salt, Bytes.utf8(hash), Bytes.of(0), Bytes.utf8(password));
    Instant until = matched.get(digest);
    if (until != null && now.isBefore(until)) {
      return true;
    }
    if (!passwords.matches(password, hash)) {
      return false;
    }
    matched.values().removeIf(end -> !now.isBefore(end));
    if (matched.size() < MAX_ENTRIES) {
      matched.put(digest, now.plus(LIFE));
    }
    return true;
  }
}
