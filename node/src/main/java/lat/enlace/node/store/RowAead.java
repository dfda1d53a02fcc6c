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

/// AES-256-GCM (NIST SP 800-38D) of bytes that belong to one row: what they are, space and key of
/// the row are authenticated with them, so that they can be neither changed nor moved. For one
/// thread at a time.
final class RowAead {
  static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int DRAWN_AT_ONCE = 1 << 12;

  private final SecureRandom random;
  private final Cipher aes;
  private final byte[] drawn = new byte[DRAWN_AT_ONCE];
  private int used = drawn.length;

  RowAead(SecureRandom random) {
    this.random = random;
    try {
      this.aes = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /// Another, for another thread.
  RowAead another() {
    return new RowAead(random);
  }

  /// Whose bytes they are.
  record Binding(Bytes data) {
    /// @param label what they are, with the version of their form
    static Binding of(String label, String space, byte[] rowKey) {
      return new Binding(
          Bytes.concat(Bytes.utf8(label + '\0' + space + '\0'), Bytes.copyOf(rowKey)));
    }
  }

  /// A fresh nonce and the ciphertext, behind room for {@code before} bytes.
  byte[] seal(SecretKey key, Binding binding, byte[] plain, int before) {
    byte[] nonce = fresh(NONCE_BYTES);
    try {
      start(Cipher.ENCRYPT_MODE, key, nonce, binding);
      byte[] sealed = new byte[before + NONCE_BYTES + aes.getOutputSize(plain.length)];
      System.arraycopy(nonce, 0, sealed, before, NONCE_BYTES);
      aes.doFinal(plain, 0, plain.length, sealed, before + NONCE_BYTES);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /// What was sealed, from {@code at} on.
  ///
  /// @throws StoreException with code CORRUPT if it was changed, belongs to another row or was
  ///   sealed under another key
  byte[] open(SecretKey key, Binding binding, byte[] sealed, int at) {
    if (sealed.length < at + NONCE_BYTES) {
      throw new StoreException(StoreException.Code.CORRUPT);
    }
    try {
      start(Cipher.DECRYPT_MODE, key, Arrays.copyOfRange(sealed, at, at + NONCE_BYTES), binding);
      int from = at + NONCE_BYTES;
      return aes.doFinal(sealed, from, sealed.length - from);
    } catch (GeneralSecurityException e) {
      throw new StoreException(StoreException.Code.CORRUPT, e);
    }
  }

  /// Random bytes that serve once. Many are drawn at a time, because asking the platform for chance
  /// costs more than encrypting a short value.
  byte[] fresh(int count) {
    if (used + count > drawn.length) {
      random.nextBytes(drawn);
      used = 0;
    }
    byte[] bytes = Arrays.copyOfRange(drawn, used, used + count);
    Arrays.fill(drawn, used, used + count, (byte) 0);
    used += count;
    return bytes;
  }

  private void start(int mode, SecretKey key, byte[] nonce, Binding binding)
      throws GeneralSecurityException {
    aes.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    aes.updateAAD(binding.data().asByteBuffer());
  }
}
