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
/// value nor how often it changes. One key serves fewer than 2^32 writes (docs/spec/store.md).
final class ValueCipher {
  private static final int VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random;

  ValueCipher(SecretKey key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  byte[] seal(String space, byte[] rowKey, Bytes value) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
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

  private Cipher cipher(int mode, byte[] nonce, String space, byte[] rowKey)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(Bytes.utf8("enlace/store/v1").toArray());
    cipher.updateAAD(Bytes.concat(Bytes.of(0), Bytes.utf8(space), Bytes.of(0)).toArray());
    cipher.updateAAD(rowKey);
    return cipher;
  }
}
