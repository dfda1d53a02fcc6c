// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.link;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.exchange.port.Randomness;

/// How one link does, in memory: after a restart every link is tried at once.
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int BYTE_VALUES = 256;

  private final Randomness randomness;
  private final List<String> trouble = new ArrayList<>();
  private Instant lastHeard = Instant.EPOCH;
  private Instant notBefore = Instant.MIN;
  private Instant failedAt = Instant.MIN;
  private Duration wait = FIRST;

  Backoff(Randomness randomness) {
    this.randomness = randomness;
  }

  /// True while the link must rest. A clock that jumped back does not make it rest longer.
  boolean rests(Instant now) {
    return now.isBefore(notBefore) && !now.isBefore(failedAt);
  }

  void succeeded(Instant now) {
    trouble.clear();
    lastHeard = now;
    notBefore = Instant.MIN;
    wait = FIRST;
  }

  void heard(Instant now) {
    lastHeard = now;
  }

  /// Doubles the wait up to the longest and adds up to half of it by chance, so that links that
  /// fell together do not come back together.
  void failed(Instant now, String code) {
    trouble.clear();
    trouble.add(code);
    long jitter = wait.toMillis() / 2 * randomness.next(1).at(0) / BYTE_VALUES;
    notBefore = now.plus(wait).plusMillis(jitter);
    failedAt = now;
    Duration doubled = wait.multipliedBy(2);
    wait = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }

  List<String> trouble() {
    return List.copyOf(trouble);
  }

  Instant lastHeard() {
    return lastHeard;
  }
}
