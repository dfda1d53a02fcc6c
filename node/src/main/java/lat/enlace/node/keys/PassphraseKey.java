// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.keys;

import lat.enlace.bytes.Bytes;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Makes a key of a passphrase: Argon2id (RFC 9106) with 19 MiB, two passes, one lane, the least
/// that OWASP recommends.
final class PassphraseKey {
  static final int SALT_BYTES = 16;
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;

  private PassphraseKey() {}

  static Bytes derive(String passphrase, Bytes salt) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(MEMORY_KIB)
            .withIterations(PASSES)
            .withParallelism(1)
            .withSalt(salt.toArray())
            .build());
    byte[] key = new byte[SecretBox.KEY_BYTES];
    generator.generateBytes(Bytes.utf8(passphrase).toArray(), key);
    return Bytes.copyOf(key);
  }
}
