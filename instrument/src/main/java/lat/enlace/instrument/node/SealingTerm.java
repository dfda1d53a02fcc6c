// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.node;

import java.time.Duration;
import java.time.Instant;
import lat.enlace.bytes.Bytes;

/// An X-Wing public key to which dispatches are sealed. Lives at most a week; then its private half
/// is destroyed.
///
/// @param from inclusive
/// @param until exclusive
public record SealingTerm(Bytes publicKey, Instant from, Instant until) {
  /// Length of an X-Wing public key in bytes (ML-KEM-768 and X25519).
  public static final int SIZE_BYTES = 1216;

  /// The longest life.
  public static final Duration MAX_LIFE = Duration.ofDays(7);

  /// Checks length and life.
  public SealingTerm {
    if (publicKey.size() != SIZE_BYTES) {
      throw new IllegalArgumentException("an X-Wing public key has 1216 bytes");
    }
    if (!from.isBefore(until) || Duration.between(from, until).compareTo(MAX_LIFE) > 0) {
      throw new IllegalArgumentException("a sealing key lives at most a week");
    }
  }

  /// True if dispatches may be sealed to it at {@code time}.
  public boolean validAt(Instant time) {
    return !time.isBefore(from) && time.isBefore(until);
  }
}
