// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bytes;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// An immutable sequence of bytes with value equality.
///
/// Its text form shows the length only, never the content, so that a value that happens to hold
/// personal data cannot reach a log by being printed. Equality is not constant time: compare
/// secrets with {@link #equalsConstantTime}.
public final class Bytes implements Comparable<Bytes> {
  /// No bytes at all.
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] value;

  private Bytes(byte[] value) {
    this.value = value;
  }

  /// A copy of {@code value}.
  public static Bytes copyOf(byte[] value) {
    return value.length == 0 ? EMPTY : new Bytes(value.clone());
  }

  /// A copy of {@code length} bytes of {@code value} from {@code offset}.
  public static Bytes copyOf(byte[] value, int offset, int length) {
    return new Bytes(Arrays.copyOfRange(value, offset, Math.addExact(offset, length)));
  }

  /// The UTF-8 form of {@code text}.
  public static Bytes utf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The bytes given one by one, each in 0..255.
  public static Bytes of(int... octets) {
    byte[] value = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      value[i] = (byte) octets[i];
    }
    return new Bytes(value);
  }

  /// Lower- or upper-case hexadecimal, two digits a byte, no separators.
  ///
  /// @throws MalformedBytesException if {@code hex} is anything else
  public static Bytes fromHex(String hex) throws MalformedBytesException {
    try {
      return new Bytes(HexFormat.of().parseHex(hex));
    } catch (IllegalArgumentException e) {
      throw new MalformedBytesException(MalformedBytesException.Code.HEX, e);
    }
  }

  /// Standard base64 with padding (RFC 4648, section 4), in its only canonical form.
  ///
  /// @throws MalformedBytesException if {@code base64} is not canonical base64
  public static Bytes fromBase64(String base64) throws MalformedBytesException {
    byte[] decoded;
    try {
      decoded = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new MalformedBytesException(MalformedBytesException.Code.BASE64, e);
    }
    if (!Base64.getEncoder().encodeToString(decoded).equals(base64)) {
      throw new MalformedBytesException(MalformedBytesException.Code.BASE64);
    }
    return new Bytes(decoded);
  }

  /// All {@code parts}, one after the other.
  public static Bytes concat(List<Bytes> parts) {
    int size = 0;
    for (Bytes part : parts) {
      size = Math.addExact(size, part.value.length);
    }
    byte[] joined = new byte[size];
    int at = 0;
    for (Bytes part : parts) {
      System.arraycopy(part.value, 0, joined, at, part.value.length);
      at += part.value.length;
    }
    return new Bytes(joined);
  }

  /// All {@code parts}, one after the other.
  public static Bytes concat(Bytes... parts) {
    return concat(Arrays.asList(parts));
  }

  /// Length in bytes.
  public int size() {
    return value.length;
  }

  /// True if there is no byte.
  public boolean isEmpty() {
    return value.length == 0;
  }

  /// The byte at {@code index} as 0..255.
  public int at(int index) {
    return value[index] & 0xff;
  }

  /// The bytes from {@code from}, inclusive, to {@code to}, exclusive.
  public Bytes slice(int from, int to) {
    if (from < 0 || to < from || to > value.length) {
      throw new IndexOutOfBoundsException("slice outside the bytes");
    }
    return new Bytes(Arrays.copyOfRange(value, from, to));
  }

  /// True if these bytes begin with {@code prefix}.
  public boolean startsWith(Bytes prefix) {
    return value.length >= prefix.value.length
        && Arrays.equals(value, 0, prefix.value.length, prefix.value, 0, prefix.value.length);
  }

  /// A copy the caller may change.
  public byte[] toArray() {
    return value.clone();
  }

  /// A read-only view, without a copy.
  public ByteBuffer asByteBuffer() {
    return ByteBuffer.wrap(value).asReadOnlyBuffer();
  }

  /// Reads these bytes into {@code digest}, without a copy.
  public void digestInto(MessageDigest digest) {
    digest.update(value);
  }

  /// Lower-case hexadecimal.
  public String hex() {
    return HexFormat.of().formatHex(value);
  }

  /// Standard base64 with padding.
  public String base64() {
    return Base64.getEncoder().encodeToString(value);
  }

  /// The text these bytes are the UTF-8 form of.
  ///
  /// @throws MalformedBytesException if they are not well-formed UTF-8
  public String text() throws MalformedBytesException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(value))
          .toString();
    } catch (CharacterCodingException e) {
      throw new MalformedBytesException(MalformedBytesException.Code.UTF8, e);
    }
  }

  /// Equality whose time depends on the lengths only.
  public boolean equalsConstantTime(Bytes other) {
    return MessageDigest.isEqual(value, other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  /// Unsigned lexicographic order.
  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(value, other.value);
  }

  @Override
  public String toString() {
    return "Bytes[" + value.length + "]";
  }
}
