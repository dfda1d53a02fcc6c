// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.note;

import lat.enlace.bytes.ByteWriter;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;

/// The 32-bit id of a key: the first four bytes of SHA-256(name ‖ newline ‖ type ‖ public key).
///
/// An identifier, not a strong hash: two keys can be made to share one.
public record KeyId(int value) {
  /// Length in bytes.
  static final int SIZE_BYTES = 4;

  static KeyId of(KeyName name, SignatureType type, Bytes publicKey) {
    Hash hash = Hash.sha256(name.bytes(), Bytes.of('\n'), type.identifier(), publicKey);
    return read(hash.value());
  }

  /// Reads the first four bytes, big-endian.
  static KeyId read(Bytes bytes) {
    return new KeyId((bytes.at(0) << 24) | (bytes.at(1) << 16) | (bytes.at(2) << 8) | bytes.at(3));
  }

  /// The four bytes, big-endian.
  public Bytes bytes() {
    return new ByteWriter().u32(Integer.toUnsignedLong(value)).toBytes();
  }

  /// Eight lower-case hexadecimal digits.
  public String hex() {
    return bytes().hex();
  }

  @Override
  public String toString() {
    return hex();
  }
}
