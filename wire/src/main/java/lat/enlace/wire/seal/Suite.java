// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.seal;

import lat.enlace.bytes.Bytes;
import org.bouncycastle.crypto.hpke.HPKE;

/// The one suite of this protocol version: HPKE base mode, X-Wing (0x647a), HKDF-SHA256,
/// AES-256-GCM.
final class Suite {
  /// Length of a public key in bytes.
  static final int PUBLIC_KEY_BYTES = 1216;

  /// Length of a private key, which is a seed, in bytes.
  static final int SEED_BYTES = 32;

  /// Length of the randomness one encapsulation consumes, in bytes.
  static final int ENCAPSULATION_SEED_BYTES = 64;

  /// Length of an encapsulation in bytes.
  static final int ENCAPSULATION_BYTES = 1120;

  /// Length of the authentication tag in bytes.
  static final int TAG_BYTES = 16;

  /// Associated data: everything to be bound already stands in the key schedule's info.
  static final Bytes NO_ASSOCIATED_DATA = Bytes.EMPTY;

  private Suite() {}

  /// A fresh instance: the library's is not documented as safe to share between threads.
  static HPKE hpke() {
    return new HPKE(HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
  }
}
