// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.seal;

import lat.enlace.bytes.Bytes;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;

/// The private key that opens what was sealed to its {@link #recipientKey}. Lives a week; whoever
/// stores the seed destroys it then.
public final class SealingKey {
  /// Length of the seed in bytes.
  public static final int SEED_BYTES = Suite.SEED_BYTES;

  private final Bytes seed;
  private final AsymmetricCipherKeyPair pair;
  private final RecipientKey recipientKey;

  private SealingKey(Bytes seed, AsymmetricCipherKeyPair pair, RecipientKey recipientKey) {
    this.seed = seed;
    this.pair = pair;
    this.recipientKey = recipientKey;
  }

  /// The key of 32 bytes of fresh randomness, or of the seed stored before.
  public static SealingKey of(Bytes seed) {
    if (seed.size() != SEED_BYTES) {
      throw new IllegalArgumentException("a sealing key's seed has 32 bytes");
    }
    AsymmetricCipherKeyPair pair = Suite.hpke().deserializePrivateKey(seed.toArray(), null);
    byte[] encoded = Suite.hpke().serializePublicKey(pair.getPublic());
    return new SealingKey(seed, pair, new RecipientKey(Bytes.copyOf(encoded)));
  }

  /// The seed, to be stored encrypted.
  public Bytes seed() {
    return seed;
  }

  /// The public key others seal to.
  public RecipientKey recipientKey() {
    return recipientKey;
  }

  AsymmetricCipherKeyPair pair() {
    return pair;
  }

  @Override
  public String toString() {
    return "SealingKey[]";
  }
}
