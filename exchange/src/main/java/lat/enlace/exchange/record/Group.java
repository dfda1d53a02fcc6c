// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.Exchange.Piece;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.port.Store;
import lat.enlace.model.DispatchId;

/// Works on their way to the disk together, and who waits for it.
final class Group {
  /// From here on it takes no further work: what one group holds is in memory several times over.
  static final int MANY_ENTRIES = 8_192;

  private static final long MANY_BYTES = 8L * 1024 * 1024;

  private final List<Entry> entries = new ArrayList<>();
  private final Overlay changes = new Overlay();
  private final Overlay seen = new Overlay();
  private final List<Piece> waiting = new ArrayList<>();
  private final Map<Hash, String> marks = new LinkedHashMap<>();
  private long bytes;

  /// Whether {@code work} still goes with what is here. An empty group takes any.
  boolean takes(Work work) {
    return isEmpty()
        || (entries.size() + work.entries().size() <= MANY_ENTRIES
            && bytes + bytes(work) <= MANY_BYTES);
  }

  private static long bytes(Work work) {
    long all = 0;
    for (Entry entry : work.entries()) {
      all += entry.draft().content().size();
    }
    for (Change change : work.changes()) {
      all += change.bytes();
    }
    return all;
  }

  /// Takes a work in. Its entries will stand behind those taken before.
  ///
  /// @param durable how many entries the ledger has
  void add(Work work, long durable) {
    bytes += bytes(work);
    marks.putAll(work.marks());
    for (Change change : work.changes()) {
      changes.add(change);
      seen.add(change);
    }
    for (Entry entry : work.entries()) {
      see(entry, durable + entries.size());
      entries.add(entry);
    }
  }

  /// The rows that the entry will have.
  private void see(Entry entry, long index) {
    String id = entry.id();
    Draft draft = entry.draft();
    put(Store.Space.OPENING, id, entry.stored());
    put(Store.Space.INDEX, Keys.of("at", index), Stored.of(id));
    put(Store.Space.INDEX, Keys.of("id", id), Stored.of(index));
    for (DispatchId dispatch : draft.about()) {
      put(Store.Space.INDEX, Keys.of("of", dispatch, index), Bytes.EMPTY);
    }
    if (draft.send()) {
      put(Store.Space.OUTBOX, Keys.of(draft.partner().getFirst(), index), Stored.of(id));
    }
  }

  private void put(Store.Space space, String key, Bytes value) {
    seen.add(new Change.Put(space, key, value));
  }

  /// The one who committed, or read what others committed, and must hear how it ends.
  void await(Piece piece) {
    waiting.add(piece);
  }

  List<Entry> entries() {
    return entries;
  }

  Map<Hash, String> marks() {
    return marks;
  }

  List<Change> changes() {
    return changes.all();
  }

  boolean isEmpty() {
    return entries.isEmpty() && changes.isEmpty();
  }

  /// The store with all of this done.
  Store.View over(Store.View below) {
    return seen.over(below);
  }

  void durable() {
    waiting.forEach(Piece::durable);
  }

  void lost(ExchangeException why) {
    waiting.forEach(piece -> piece.lost(why));
  }
}
