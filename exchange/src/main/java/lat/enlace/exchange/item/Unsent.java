// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.item;

import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.ItemId;

/// Items that officers here see as given and that never left, because of a fact that the rights
/// officer alone may know (invariant I13). What is said of them later stays here too.
public final class Unsent {
  private static final String UNSENT = "unsent";

  private Unsent() {}

  /// Keeps that {@code item} stayed here.
  public static void keep(Work work, ItemId item) {
    work.put(Store.Space.REQUEST, Keys.of(UNSENT, item), Stored.of(item.value()));
  }

  /// True if it did.
  public static boolean is(Work work, ItemId item) {
    return work.get(Store.Space.REQUEST, Keys.of(UNSENT, item)).isPresent();
  }
}
