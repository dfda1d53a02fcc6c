// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.keys;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import lat.enlace.bytes.Bytes;

/// AES-256-GCM with a random nonce under one key; what is boxed is bound to its name.
final class SecretBox {
  static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;

  SecretBox(Bytes key) {
    if (key.size() != KEY_BYTES) {
      throw new IllegalArgumentException("a key has 32 bytes");
    }
    this.key = new SecretKeySpec(key.toArray(), "AES");
  }

  Bytes seal(String name, Bytes secret, SecureRandom random) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, name);
      return Bytes.concat(Bytes.copyOf(nonce), Bytes.copyOf(cipher.doFinal(secret.toArray())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /// The secret, or empty if the key or the name is another or the box was changed.
  Optional<Bytes> open(String name, Bytes box) {
    if (box.size() < NONCE_BYTES) {
      return Optional.empty();
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, box.slice(0, NONCE_BYTES).toArray(), name);
      return Optional.of(
          Bytes.copyOf(cipher.doFinal(box.slice(NONCE_BYTES, box.size()).toArray())));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(Bytes.utf8("enlace/key/v1/" + name).toArray());
    return cipher;
  }
}
