// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.store;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.node.store.RowAead.Binding;

/// Encrypts values at rest (docs/spec/store.md). A lasting value is sealed under the key of the
/// database, which serves fewer than 2^32 writes; an erasable one under a key of its own, made anew
/// with every write and itself wrapped under a key that is destroyed in a sweep. Hides neither the
/// size of a value nor how often it changes. For one thread at a time.
final class ValueCipher {
  private static final int LASTING = 1;
  private static final int ERASABLE = 2;
  private static final int KEY_BYTES = 32;
  private static final int GENERATION_BYTES = Integer.BYTES;
  private static final String VALUE = "enlace/store/v1";
  private static final String OWN = "enlace/store/own/v1";
  private static final String WRAPPED = "enlace/store/wrapped/v1";

  private final SecretKey key;
  private final WrappingKeys wrapping;
  private final RowAead aead;

  ValueCipher(SecretKey key, WrappingKeys wrapping, SecureRandom random) {
    this(key, wrapping, new RowAead(random));
  }

  private ValueCipher(SecretKey key, WrappingKeys wrapping, RowAead aead) {
    this.key = key;
    this.wrapping = wrapping;
    this.aead = aead;
  }

  /// Another for the same keys, for another thread.
  ValueCipher another() {
    return new ValueCipher(key, wrapping, aead.another());
  }

  /// A value and its key, as they are stored.
  record Sealed(Bytes value, Bytes wrapped) {}

  /// A lasting value.
  byte[] seal(String space, byte[] rowKey, Bytes value) {
    byte[] sealed = aead.seal(key, Binding.of(VALUE, space, rowKey), value.toArray(), 1);
    sealed[0] = LASTING;
    return sealed;
  }

  /// An erasable value under a fresh key.
  Sealed sealErasable(String space, byte[] rowKey, Bytes value) {
    byte[] own = aead.fresh(KEY_BYTES);
    byte[] sealed = aead.seal(keyOf(own), Binding.of(OWN, space, rowKey), value.toArray(), 1);
    sealed[0] = ERASABLE;
    return new Sealed(Bytes.copyOf(sealed), Bytes.copyOf(wrap(space, rowKey, own)));
  }

  /// A value of either sort.
  ///
  /// @param wrapped its own key; empty if it has none
  /// @throws StoreException with code CORRUPT if value or key were changed, belong to another row,
  ///   or the key under which its key is wrapped was destroyed
  Bytes open(String space, byte[] rowKey, byte[] sealed, byte[] wrapped) {
    int form = sealed.length == 0 ? 0 : sealed[0];
    return Bytes.copyOf(
        switch (form) {
          case LASTING -> aead.open(key, Binding.of(VALUE, space, rowKey), sealed, 1);
          case ERASABLE -> {
            SecretKey own = keyOf(unwrap(space, rowKey, wrapped));
            yield aead.open(own, Binding.of(OWN, space, rowKey), sealed, 1);
          }
          default -> throw new StoreException(StoreException.Code.CORRUPT);
        });
  }

  /// The same key wrapped under the current generation; nothing if it is already.
  Optional<byte[]> wrapAnew(String space, byte[] rowKey, byte[] wrapped) {
    return generation(wrapped) == wrapping.current()
        ? Optional.empty()
        : Optional.of(wrap(space, rowKey, unwrap(space, rowKey, wrapped)));
  }

  private byte[] wrap(String space, byte[] rowKey, byte[] own) {
    int generation = wrapping.current();
    Binding binding = Binding.of(WRAPPED, space, rowKey);
    byte[] wrapped = aead.seal(living(generation), binding, own, GENERATION_BYTES);
    ByteBuffer.wrap(wrapped).putInt(generation);
    return wrapped;
  }

  private byte[] unwrap(String space, byte[] rowKey, byte[] wrapped) {
    SecretKey wrapper = living(generation(wrapped));
    return aead.open(wrapper, Binding.of(WRAPPED, space, rowKey), wrapped, GENERATION_BYTES);
  }

  private SecretKey living(int generation) {
    return wrapping
        .find(generation)
        .orElseThrow(() -> new StoreException(StoreException.Code.CORRUPT));
  }

  private static int generation(byte[] wrapped) {
    if (wrapped.length < GENERATION_BYTES) {
      throw new StoreException(StoreException.Code.CORRUPT);
    }
    return ByteBuffer.wrap(wrapped).getInt();
  }

  private static SecretKey keyOf(byte[] bytes) {
    return new SecretKeySpec(bytes, "AES");
  }
}
