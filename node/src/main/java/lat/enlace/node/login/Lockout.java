// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.login;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import lat.enlace.exchange.port.Clock;

/// Slows guessing: after five wrong tries in a row a name is locked for 30 seconds, doubled by each
/// further one up to an hour. Names that have no account are treated alike. Kept in memory: a
/// restart forgets it.
public final class Lockout {
  private static final int FREE_TRIES = 5;
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MAX_NAMES = 10_000;

  private final Clock clock;
  private final Map<String, Tries> names =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
          return size() > MAX_NAMES;
        }
      };

  /// By `clock`.
  public Lockout(Clock clock) {
    this.clock = clock;
  }

  /// True while `name` is locked; even the right password is refused then.
  public synchronized boolean locked(String name) {
    Tries tries = names.get(name);
    return tries != null && clock.now().isBefore(tries.until());
  }

  /// Notes a wrong try.
  public synchronized void failed(String name) {
    int count = names.containsKey(name) ? names.get(name).count() + 1 : 1;
    Instant until = count < FREE_TRIES ? Instant.EPOCH : clock.now().plus(lock(count));
    names.put(name, new Tries(count, until));
  }

  /// Forgets the wrong tries.
  public synchronized void succeeded(String name) {
    names.remove(name);
  }

  private static Duration lock(int count) {
    int doublings = Math.min(count - FREE_TRIES, 10);
    Duration lock = FIRST.multipliedBy(1L << doublings);
    return lock.compareTo(LONGEST) > 0 ? LONGEST : lock;
  }

  private record Tries(int count, Instant until) {}
}
