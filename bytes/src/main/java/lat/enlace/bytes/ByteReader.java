// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bytes;

/// Reads a bounded binary form field by field, big-endian. Not thread-safe.
///
/// Every length is checked against what is left before anything is copied, so hostile lengths cost
/// nothing. End with {@link #finish} to refuse trailing bytes.
public final class ByteReader {
  private final Bytes source;
  private int at;

  /// Reads {@code source} from its first byte.
  public ByteReader(Bytes source) {
    this.source = source;
  }

  /// Bytes not read yet.
  public int remaining() {
    return source.size() - at;
  }

  /// One unsigned byte.
  public int readU8() throws MalformedBytesException {
    need(1);
    return source.at(at++);
  }

  /// Two bytes, unsigned.
  public int readU16() throws MalformedBytesException {
    return (readU8() << 8) | readU8();
  }

  /// Four bytes, unsigned.
  public long readU32() throws MalformedBytesException {
    return ((long) readU16() << 16) | readU16();
  }

  /// Eight bytes; values beyond 2^63 - 1 are refused.
  public long readU63() throws MalformedBytesException {
    long value = (readU32() << 32) | readU32();
    if (value < 0) {
      throw new MalformedBytesException(MalformedBytesException.Code.TOO_LARGE);
    }
    return value;
  }

  /// Exactly {@code count} bytes.
  public Bytes read(int count) throws MalformedBytesException {
    need(count);
    Bytes slice = source.slice(at, at + count);
    at += count;
    return slice;
  }

  /// A digest.
  public Hash readHash() throws MalformedBytesException {
    return new Hash(read(Hash.SIZE_BYTES));
  }

  /// A four-byte length of at most {@code max}, then that many bytes.
  public Bytes readSized(int max) throws MalformedBytesException {
    long size = readU32();
    if (size > max) {
      throw new MalformedBytesException(MalformedBytesException.Code.TOO_LARGE);
    }
    return read((int) size);
  }

  /// Asserts that nothing is left.
  public void finish() throws MalformedBytesException {
    if (remaining() != 0) {
      throw new MalformedBytesException(MalformedBytesException.Code.TRAILING);
    }
  }

  private void need(int count) throws MalformedBytesException {
    if (count < 0 || count > remaining()) {
      throw new MalformedBytesException(MalformedBytesException.Code.TRUNCATED);
    }
  }
}
