// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.bytes;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A SHA-256 digest: 32 bytes (FIPS 180-4).
public record Hash(Bytes value) implements Comparable<Hash> {
  /// Length of a digest in bytes.
  public static final int SIZE_BYTES = 32;

  /// Checks the length.
  public Hash {
    if (value.size() != SIZE_BYTES) {
      throw new IllegalArgumentException("a SHA-256 digest has 32 bytes");
    }
  }

  /// The digest of {@code parts} read one after the other.
  public static Hash sha256(Bytes... parts) {
    MessageDigest digest = newSha256();
    for (Bytes part : parts) {
      part.digestInto(digest);
    }
    return new Hash(Bytes.copyOf(digest.digest()));
  }

  /// A digest from its 32 bytes, as met in untrusted input.
  ///
  /// @throws MalformedBytesException if there are not exactly 32
  public static Hash parse(Bytes value) throws MalformedBytesException {
    if (value.size() != SIZE_BYTES) {
      throw new MalformedBytesException(MalformedBytesException.Code.LENGTH);
    }
    return new Hash(value);
  }

  /// A digest from canonical base64.
  ///
  /// @throws MalformedBytesException if it is not base64 of exactly 32 bytes
  public static Hash fromBase64(String base64) throws MalformedBytesException {
    return parse(Bytes.fromBase64(base64));
  }

  /// A new SHA-256 engine, for code that digests a stream.
  public static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// Standard base64 of the digest.
  public String base64() {
    return value.base64();
  }

  @Override
  public int compareTo(Hash other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return base64();
  }
}
