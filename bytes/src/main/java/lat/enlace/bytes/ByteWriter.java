// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bytes;

import java.io.ByteArrayOutputStream;

/// Writes the binary forms that {@link ByteReader} reads, big-endian. Not thread-safe.
public final class ByteWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /// One unsigned byte.
  public ByteWriter u8(int value) {
    if (value < 0 || value > 0xff) {
      throw new IllegalArgumentException("not an unsigned byte");
    }
    out.write(value);
    return this;
  }

  /// Two bytes, unsigned.
  public ByteWriter u16(int value) {
    if (value < 0 || value > 0xffff) {
      throw new IllegalArgumentException("not an unsigned 16-bit number");
    }
    out.write(value >>> 8);
    out.write(value);
    return this;
  }

  /// Four bytes, unsigned.
  public ByteWriter u32(long value) {
    if (value < 0 || value > 0xffff_ffffL) {
      throw new IllegalArgumentException("not an unsigned 32-bit number");
    }
    return u16((int) (value >>> 16)).u16((int) (value & 0xffff));
  }

  /// Eight bytes, not negative.
  public ByteWriter u63(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("negative");
    }
    return u32(value >>> 32).u32(value & 0xffff_ffffL);
  }

  /// The bytes as they are.
  public ByteWriter raw(Bytes value) {
    out.writeBytes(value.toArray());
    return this;
  }

  /// A digest.
  public ByteWriter hash(Hash value) {
    return raw(value.value());
  }

  /// A four-byte length, then the bytes.
  public ByteWriter sized(Bytes value) {
    return u32(value.size()).raw(value);
  }

  /// Everything written so far.
  public Bytes toBytes() {
    return Bytes.copyOf(out.toByteArray());
  }
}
