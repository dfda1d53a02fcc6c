// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.store;

import java.util.Optional;
import javax.crypto.SecretKey;
import lat.enlace.exchange.port.StoreException;

/// The keys under which the keys of erasable rows are wrapped, by generation (docs/spec/store.md,
/// "A key for each row"). Safe for several threads.
public interface WrappingKeys {
  /// The generation that wraps from now on.
  int current();

  /// The key of `generation`; nothing once it was destroyed.
  Optional<SecretKey> find(int generation);

  /// True if generations before the current one are left: a sweep did not come to its end.
  boolean hasOlder();

  /// Makes the next generation, durably, and the current one.
  ///
  /// @throws StoreException with code FAILED if it cannot be kept
  void begin();

  /// Destroys all generations before the current one.
  ///
  /// @throws StoreException with code FAILED if one cannot be destroyed
  void destroyOlder();
}
