// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.store;

import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Store.Space;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.node.store.SqlRows.Place;

/// Wraps the key of every living row under a fresh key and destroys the key they were wrapped under
/// before. What was deleted or set anew until it began opens no more afterwards: not in the
/// database, nor in its log of changes, nor in a copy of either (docs/spec/store.md, "A key for
/// each row").
///
/// Goes in short transactions between those of the core. May be stopped anywhere and run again;
/// until it is through, all keys that a row may need are there.
public final class KeySweep {
  private static final int SLICE = 500;
  private static final String SPACE = "store";
  private static final String GIVEN = "row-keys";

  private final SqlDatabase database;
  private final WrappingKeys wrapping;

  KeySweep(SqlDatabase database, WrappingKeys wrapping) {
    this.database = database;
    this.wrapping = wrapping;
  }

  /// Does it.
  ///
  /// @throws StoreException if the database or the vault cannot be used; run it again later
  public void run() {
    boolean through = false;
    try {
      giveKeys();
      database.beginSweep();
      Optional<Place> at = Optional.of(Place.FIRST);
      while (at.isPresent()) {
        Place from = at.get();
        at = database.write(rows -> rows.wrapAnew(from, SLICE));
      }
      // A reading that began before the last slice may still need the older keys.
      database.read(rows -> true);
      database.settle();
      wrapping.destroyOlder();
      through = true;
    } finally {
      database.endSweep(through);
    }
  }

  /// Once: a database that an earlier build wrote has values without a key of their own.
  private void giveKeys() {
    if (database.read(rows -> rows.get(SPACE, GIVEN).isPresent())) {
      return;
    }
    for (Space space : Space.values()) {
      Optional<String> after = space.erasable() ? Optional.of("") : Optional.empty();
      while (after.isPresent()) {
        String from = after.get();
        after = database.write(rows -> rows.giveKeys(space.code(), from, SLICE));
      }
    }
    database.write(rows -> {
      rows.put(SPACE, GIVEN, Bytes.EMPTY);
      return true;
    });
  }
}
