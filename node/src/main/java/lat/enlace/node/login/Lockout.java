// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.login;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.OfficerId;

/// Slows guessing: after five wrong tries in a row an account is locked for 30 seconds, doubled by
/// each further one up to an hour. Kept in memory: a restart forgets it.
///
/// Counts tries at accounts only, and forgets none of them to make room: there are two counts for
/// an account at most, so that whoever invents names takes no memory and pushes nobody out. A name
/// without an account needs no count, because nothing opens it.
public final class Lockout {
  private static final int FREE_TRIES = 5;
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Clock clock;
  private final Map<Door, Tries> doors = new HashMap<>();

  /// By `clock`.
  public Lockout(Clock clock) {
    this.clock = clock;
  }

  /// What is guessed. A password guessed wrong does not keep anyone from signing, nor the reverse.
  public enum Secret {
    /// The one that lets in.
    PASSWORD,
    /// The one of the personal key.
    PASSPHRASE
  }

  /// True while this secret of `account` is locked; even the right one is refused then.
  public synchronized boolean locked(OfficerId account, Secret secret) {
    Tries tries = doors.get(new Door(account, secret));
    return tries != null && clock.now().isBefore(tries.until());
  }

  /// Notes a wrong try at an account that is there.
  public synchronized void failed(OfficerId account, Secret secret) {
    Tries before = doors.get(new Door(account, secret));
    int count = before == null ? 1 : before.count() + 1;
    Instant until = count < FREE_TRIES ? Instant.EPOCH : clock.now().plus(lock(count));
    doors.put(new Door(account, secret), new Tries(count, until));
  }

  /// Forgets the wrong tries.
  public synchronized void succeeded(OfficerId account, Secret secret) {
    doors.remove(new Door(account, secret));
  }

  /// How many counts are kept.
  synchronized int size() {
    return doors.size();
  }

  private static Duration lock(int count) {
    int doublings = Math.min(count - FREE_TRIES, 10);
    Duration lock = FIRST.multipliedBy(1L << doublings);
    return lock.compareTo(LONGEST) > 0 ? LONGEST : lock;
  }

  private record Door(OfficerId account, Secret secret) {}

  private record Tries(int count, Instant until) {}
}
