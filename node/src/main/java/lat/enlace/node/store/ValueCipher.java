// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.store;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.StoreException;

/// Encrypts values at rest: AES-256-GCM (NIST SP 800-38D) with a random 96-bit nonce; space and key
/// are authenticated with the value, so that rows cannot be exchanged. Hides neither the size of a
/// value nor how often it changes. One key serves fewer than 2^32 writes (docs/spec/store.md). For
/// one thread at a time.
final class ValueCipher {
  private static final int VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private static final int NONCES_AT_ONCE = 256;
  private static final byte[] LABEL = Bytes.utf8("enlace/store/v1").toArray();

  private final SecretKey key;
  private final SecureRandom random;
  private final Cipher aes;
  private final byte[] nonces = new byte[NONCES_AT_ONCE * NONCE_BYTES];
  private int nextNonce = nonces.length;

  ValueCipher(SecretKey key, SecureRandom random) {
    this.key = key;
    this.random = random;
    try {
      this.aes = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /// Another for the same key, for another thread.
  ValueCipher another() {
    return new ValueCipher(key, random);
  }

  byte[] seal(String space, byte[] rowKey, Bytes value) {
    byte[] nonce = freshNonce();
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, space, rowKey);
      byte[] plain = value.toArray();
      byte[] sealed = new byte[1 + NONCE_BYTES + cipher.getOutputSize(plain.length)];
      sealed[0] = VERSION;
      System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
      cipher.doFinal(plain, 0, plain.length, sealed, 1 + NONCE_BYTES);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /// @throws StoreException with code CORRUPT if the value was changed or belongs to another row
  Bytes open(String space, byte[] rowKey, byte[] sealed) {
    if (sealed.length < 1 + NONCE_BYTES || sealed[0] != VERSION) {
      throw new StoreException(StoreException.Code.CORRUPT);
    }
    byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, space, rowKey);
      int at = 1 + NONCE_BYTES;
      return Bytes.copyOf(cipher.doFinal(sealed, at, sealed.length - at));
    } catch (GeneralSecurityException e) {
      throw new StoreException(StoreException.Code.CORRUPT, e);
    }
  }

  /// Each serves once. Drawn many at a time, because asking the platform for chance costs more than
  /// encrypting a short value.
  private byte[] freshNonce() {
    if (nextNonce == nonces.length) {
      random.nextBytes(nonces);
      nextNonce = 0;
    }
    byte[] nonce = Arrays.copyOfRange(nonces, nextNonce, nextNonce + NONCE_BYTES);
    nextNonce += NONCE_BYTES;
    return nonce;
  }

  private Cipher cipher(int mode, byte[] nonce, String space, byte[] rowKey)
      throws GeneralSecurityException {
    aes.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    aes.updateAAD(LABEL);
    aes.updateAAD(Bytes.concat(Bytes.of(0), Bytes.utf8(space), Bytes.of(0)).toArray());
    aes.updateAAD(rowKey);
    return aes;
  }
}
