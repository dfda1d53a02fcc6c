// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.store;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.port.StoreException;

/// Wrapping keys that outlive the database that is opened with them, on a medium that can break.
public final class KeptKeys implements WrappingKeys {
  private final TreeMap<Integer, SecretKey> keys = new TreeMap<>();
  private boolean broken;

  /// With the first generation.
  public KeptKeys() {
    add(1);
  }

  /// All that are left.
  Map<Integer, SecretKey> left() {
    return Map.copyOf(keys);
  }

  /// From now on, or no more, nothing is destroyed.
  void breakMedium(boolean isBroken) {
    broken = isBroken;
  }

  @Override
  public synchronized int current() {
    return keys.lastKey();
  }

  @Override
  public synchronized Optional<SecretKey> find(int generation) {
    return Optional.ofNullable(keys.get(generation));
  }

  @Override
  public synchronized boolean hasOlder() {
    return keys.size() > 1;
  }

  @Override
  public synchronized void begin() {
    add(current() + 1);
  }

  @Override
  public synchronized void destroyOlder() {
    if (broken) {
      throw new StoreException(StoreException.Code.FAILED);
    }
    keys.headMap(current()).clear();
  }

  private void add(int generation) {
    byte[] key = Hash.sha256(Bytes.utf8("wrapping key " + generation)).value().toArray();
    keys.put(generation, new SecretKeySpec(key, "AES"));
  }
}
