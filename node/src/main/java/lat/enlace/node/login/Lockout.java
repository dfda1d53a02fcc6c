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
/// A try takes its place before it is judged, and no more are under way at once than may be wrong:
/// guesses sent at the same moment are no more than guesses sent one after the other. Tries at a
/// locked account are not judged and not counted, so that a lock ends.
///
/// Counts tries at accounts only, and forgets none of them to make room: there are two counts for
/// an account at most, so that whoever invents names takes no memory and pushes nobody out. A name
/// without an account needs no count, because nothing opens it.
public final class Lockout {
  private static final int FREE_TRIES = 5;
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Tries NONE = new Tries(0, 0, Instant.EPOCH);

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

  /// What came of a try.
  public enum Outcome {
    /// It was the secret.
    RIGHT,
    /// It was not.
    WRONG,
    /// Nobody looked: even the right one is refused while the account is locked.
    LOCKED
  }

  /// Whether the secret is the right one; slow.
  ///
  /// @param <X> what keeps it from being judged
  @FunctionalInterface
  public interface Check<X extends Exception> {
    /// True if it is.
    boolean right() throws X;
  }

  /// Judges a try at an account that is there, when its turn comes. One that could not be judged is
  /// not counted.
  public <X extends Exception> Outcome attempt(OfficerId account, Secret secret, Check<X> check)
      throws X {
    Door door = new Door(account, secret);
    if (!begin(door)) {
      return Outcome.LOCKED;
    }
    Outcome outcome = Outcome.LOCKED;
    try {
      outcome = check.right() ? Outcome.RIGHT : Outcome.WRONG;
      return outcome;
    } finally {
      end(door, outcome);
    }
  }

  /// True while this secret of `account` is locked.
  public synchronized boolean locked(OfficerId account, Secret secret) {
    return locked(doors.getOrDefault(new Door(account, secret), NONE));
  }

  /// Forgets the wrong tries.
  public synchronized void forget(OfficerId account, Secret secret) {
    Door door = new Door(account, secret);
    keep(door, new Tries(0, doors.getOrDefault(door, NONE).underWay(), Instant.EPOCH));
  }

  /// How many counts are kept.
  synchronized int size() {
    return doors.size();
  }

  private boolean locked(Tries tries) {
    return clock.now().isBefore(tries.until());
  }

  private synchronized boolean begin(Door door) {
    try {
      Tries tries = doors.getOrDefault(door, NONE);
      while (!locked(tries) && tries.underWay() >= Math.max(1, FREE_TRIES - tries.wrong())) {
        wait();
        tries = doors.getOrDefault(door, NONE);
      }
      if (locked(tries)) {
        return false;
      }
      keep(door, new Tries(tries.wrong(), tries.underWay() + 1, tries.until()));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private synchronized void end(Door door, Outcome outcome) {
    Tries before = doors.getOrDefault(door, NONE);
    int left = before.underWay() - 1;
    keep(
        door,
        switch (outcome) {
          case RIGHT -> new Tries(0, left, Instant.EPOCH);
          case LOCKED -> new Tries(before.wrong(), left, before.until());
          case WRONG -> {
            int wrong = before.wrong() + 1;
            Instant until = wrong < FREE_TRIES ? Instant.EPOCH : clock.now().plus(lock(wrong));
            yield new Tries(wrong, left, until);
          }
        });
  }

  private void keep(Door door, Tries tries) {
    if (tries.equals(NONE)) {
      doors.remove(door);
    } else {
      doors.put(door, tries);
    }
    notifyAll();
  }

  private static Duration lock(int wrong) {
    int doublings = Math.min(wrong - FREE_TRIES, 10);
    Duration lock = FIRST.multipliedBy(1L << doublings);
    return lock.compareTo(LONGEST) > 0 ? LONGEST : lock;
  }

  private record Door(OfficerId account, Secret secret) {}

  /// @param underWay begun and not judged yet
  private record Tries(int wrong, int underWay, Instant until) {}
}
