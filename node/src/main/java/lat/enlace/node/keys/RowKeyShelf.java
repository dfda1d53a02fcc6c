// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.keys;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.node.store.WrappingKeys;

/// The wrapping keys of the database, each a secret {@code rows-N} of the vault. What is destroyed
/// here was overwritten and removed; copies of the vault that a backup keeps go with the backup.
public final class RowKeyShelf implements WrappingKeys {
  private static final String NAME = "rows-";
  private static final int KEY_BYTES = 32;

  private final Vault vault;
  private volatile NavigableMap<Integer, SecretKey> keys;

  private RowKeyShelf(Vault vault, NavigableMap<Integer, SecretKey> keys) {
    this.vault = vault;
    this.keys = keys;
  }

  /// The keys of `vault`; the first one is made if there is none. What was being destroyed when a
  /// process ended is destroyed.
  public static RowKeyShelf open(Vault vault) throws KeysException {
    vault.destroyLeftovers();
    if (look(vault).keys.isEmpty()) {
      vault.putFresh(NAME + 1, KEY_BYTES);
    }
    return look(vault);
  }

  /// The keys of `vault` as they are, for whoever changes nothing.
  public static RowKeyShelf look(Vault vault) throws KeysException {
    TreeMap<Integer, SecretKey> found = new TreeMap<>();
    for (String name : vault.names()) {
      if (name.startsWith(NAME)) {
        found.put(number(name), keyOf(vault, name));
      }
    }
    return new RowKeyShelf(vault, Collections.unmodifiableNavigableMap(found));
  }

  /// Zero if there is none.
  @Override
  public int current() {
    return keys.isEmpty() ? 0 : keys.lastKey();
  }

  @Override
  public boolean hasOlder() {
    return keys.size() > 1;
  }

  @Override
  public Optional<SecretKey> find(int generation) {
    return Optional.ofNullable(keys.get(generation));
  }

  @Override
  public synchronized void begin() {
    TreeMap<Integer, SecretKey> more = new TreeMap<>(keys);
    int next = current() + 1;
    try {
      vault.putFresh(NAME + next, KEY_BYTES);
      more.put(next, keyOf(vault, NAME + next));
    } catch (KeysException e) {
      throw new StoreException(StoreException.Code.FAILED, e);
    }
    keys = Collections.unmodifiableNavigableMap(more);
  }

  @Override
  public synchronized void destroyOlder() {
    TreeMap<Integer, SecretKey> left = new TreeMap<>(keys);
    try {
      for (int older : keys.headMap(current(), false).keySet()) {
        vault.destroy(NAME + older);
        left.remove(older);
      }
    } catch (KeysException e) {
      throw new StoreException(StoreException.Code.FAILED, e);
    }
    keys = Collections.unmodifiableNavigableMap(left);
  }

  private static int number(String name) throws KeysException {
    try {
      return Integer.parseInt(name.substring(NAME.length()));
    } catch (NumberFormatException e) {
      throw new KeysException(KeysException.Code.NO_SUCH_KEY, name, e);
    }
  }

  private static SecretKey keyOf(Vault vault, String name) throws KeysException {
    return new SecretKeySpec(vault.require(name).toArray(), "AES");
  }
}
