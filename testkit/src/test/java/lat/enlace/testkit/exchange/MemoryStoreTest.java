// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import lat.enlace.exchange.port.Store;
import lat.enlace.testkit.StoreContract;

class MemoryStoreTest extends StoreContract {
  private final MemoryStore store = new MemoryStore();

  @Override
  protected Store store() {
    return store;
  }

  @Override
  protected Store reopened() {
    return store.copy(new Guillotine());
  }
}
