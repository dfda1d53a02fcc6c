// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.time.Instant;
import java.util.UUID;

/// A dispatch: a UUID of version 7 (RFC 9562, section 5.7), so that ids sort by creation time.
public record DispatchId(UUID value) implements Comparable<DispatchId> {
  private static final int VERSION = 7;

  /// Checks the version.
  public DispatchId {
    if (value.version() != VERSION || value.variant() != 2) {
      throw new IllegalArgumentException("not a UUID of version 7");
    }
  }

  /// The id created at {@code at} with 74 bits of randomness taken from {@code high} and {@code
  /// low}.
  public static DispatchId of(Instant at, long high, long low) {
    long time = at.toEpochMilli() & 0xffff_ffff_ffffL;
    long most = (time << 16) | 0x7000L | (high & 0x0fffL);
    long least = (low & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new DispatchId(new UUID(most, least));
  }

  /// The id in its canonical lower-case text form.
  public static DispatchId parse(String text) {
    UUID uuid = UUID.fromString(text);
    if (!uuid.toString().equals(text)) {
      throw new IllegalArgumentException("not a canonical UUID");
    }
    return new DispatchId(uuid);
  }

  @Override
  public int compareTo(DispatchId other) {
    int high =
        Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(
            value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
