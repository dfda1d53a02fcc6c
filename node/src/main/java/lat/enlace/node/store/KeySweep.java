// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.store;

import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Store.Space;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.node.store.SqlRows.Place;
import lat.enlace.node.store.SqlRows.Slice;

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

  /// Does it. One at a time: another caller waits.
  ///
  /// @return how many keys were found damaged; their values are lost, and `fsck` names them
  /// @throws StoreException if the database or the vault cannot be used; run it again later
  public int run() {
    database.sweeping().lock();
    try {
      return sweep();
    } finally {
      database.sweeping().unlock();
    }
  }

  private int sweep() {
    boolean through = false;
    // One that was broken off is finished first; what ended since it began waits for the next.
    boolean resumed = wrapping.hasOlder();
    try {
      giveKeys();
      if (!resumed) {
        database.beginSweep();
      }
      int damaged = 0;
      Slice slice = new Slice(List.of(Place.FIRST), 0);
      while (!slice.last().isEmpty()) {
        Place from = slice.last().getFirst();
        slice = database.write(rows -> rows.wrapAnew(from, SLICE));
        damaged += slice.damaged();
      }
      // A reading that began before the last slice may still need the older keys.
      database.read(rows -> true);
      database.settle();
      wrapping.destroyOlder();
      through = !resumed;
      return damaged;
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
