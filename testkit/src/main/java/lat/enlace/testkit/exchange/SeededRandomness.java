// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import java.util.SplittableRandom;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Randomness;

/// Random bytes that a seed determines (invariant I12). Fit for tests only.
public final class SeededRandomness implements Randomness {
  private final SplittableRandom random;
  private long drawn;

  /// Grown from {@code seed}.
  public SeededRandomness(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /// How many bytes were drawn.
  public long drawn() {
    return drawn;
  }

  @Override
  public Bytes next(int count) {
    drawn += count;
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return Bytes.copyOf(bytes);
  }
}
