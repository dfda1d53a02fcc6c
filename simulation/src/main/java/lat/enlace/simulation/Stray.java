// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import lat.enlace.bytes.Bytes;
import lat.enlace.model.Handling;
import lat.enlace.testkit.exchange.Federation;

/// What a fault takes from elsewhere: from outside the ports, so that no two runs of a seed are the
/// same (invariant I12), or from nowhere. Each is named as the call in whose place it stands.
public final class Stray {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Stray() {}

  /// In place of a clock.
  public static Instant now(Object clock) {
    return Federation.START.plus(Duration.ofMillis(RANDOM.nextInt(1_000)));
  }

  /// In place of the restrictions that a dispatch names.
  public static Handling handling(Object header) {
    return Handling.LEAST;
  }

  /// In place of the randomness of a node.
  public static Bytes next(Object randomness, int size) {
    byte[] bytes = new byte[size];
    RANDOM.nextBytes(bytes);
    return Bytes.copyOf(bytes);
  }
}
