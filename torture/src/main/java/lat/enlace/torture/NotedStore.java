// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.port.StoreException;

/// A store that writes down how far the database's log reached when a transaction was acknowledged,
/// and that can be told that no room is left.
record NotedStore(Store store, Path database, MediaNotes notes, Supplier<Switches> switches)
    implements Store {
  @Override
  public <T> T write(Function<Transaction, T> work) {
    if (switches.get().full()) {
      throw new StoreException(StoreException.Code.FULL);
    }
    T result = store.write(work);
    try {
      notes.rows(WalMark.of(database));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return result;
  }

  @Override
  public <T> T read(Function<View, T> work) {
    return store.read(work);
  }
}
