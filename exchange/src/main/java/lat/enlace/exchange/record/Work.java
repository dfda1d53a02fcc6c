// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.port.Store;
import lat.enlace.ledger.EntryType;
import lat.enlace.ledger.ErasureMarks;
import lat.enlace.ledger.Opening;

/// What one use case reads, changes and enters in the ledger, seen as if it were done and done only
/// by {@link Journal#commit}, whole or not at all. Later steps see what earlier ones changed.
public final class Work implements Store.View {
  private final Journal journal;
  private final Instant now;
  private final Overlay changes = new Overlay();
  private final List<Entry> entries = new ArrayList<>();
  private final List<Entry> covers = new ArrayList<>();
  private final List<Runnable> afterwards = new ArrayList<>();
  private final Map<Hash, String> marks = new LinkedHashMap<>();

  Work(Journal journal, Instant now) {
    this.journal = journal;
    this.now = now;
  }

  /// The one time of this use case.
  public Instant now() {
    return now;
  }

  @Override
  public Optional<Bytes> get(Store.Space space, String key) {
    return journal.read(view -> changes.over(view).get(space, key));
  }

  /// The record at {@code key}.
  public <T> Optional<T> get(Store.Space space, String key, Class<T> type) {
    return get(space, key).map(bytes -> Stored.read(bytes, type));
  }

  @Override
  public List<Store.Row> scan(Store.Space space, String prefix, String after, int limit) {
    return journal.read(view -> changes.over(view).scan(space, prefix, after, limit));
  }

  /// All records whose key begins with {@code prefix}.
  public <T> List<T> all(Store.Space space, String prefix, Class<T> type) {
    return scan(space, prefix, "", Integer.MAX_VALUE).stream()
        .map(row -> Stored.read(row.value(), type))
        .toList();
  }

  /// Sets a row.
  public void put(Store.Space space, String key, Bytes value) {
    changes.add(new Change.Put(space, key, value));
  }

  /// Sets a row to a record.
  public void put(Store.Space space, String key, Record value) {
    put(space, key, Stored.of(value));
  }

  /// Removes a row.
  public void delete(Store.Space space, String key) {
    changes.add(new Change.Delete(space, key));
  }

  /// Enters {@code draft} in the ledger under a fresh salt.
  ///
  /// @return the id of its opening
  public String enter(Draft draft) {
    Opening opening = new Opening(journal.freshSalt(), draft.content());
    Entry entry = Entry.of(draft, opening, now);
    entries.add(entry);
    return entry.id();
  }

  /// Enters {@code draft} behind all other entries of this work. A work that called {@link
  /// #leaveRoom} instead adds as many entries and has the others at the same places.
  public void enterLast(Draft draft) {
    covers.add(Entry.of(draft, new Opening(journal.freshSalt(), draft.content()), now));
  }

  /// Enters nothing, behind all other entries of this work.
  public void leaveRoom() {
    enterLast(Draft.kept(EntryType.PADDING, Bytes.EMPTY, List.of(), List.of()));
  }

  /// Keeps beside the ledger, before anything of this work is durable, that something was recalled:
  /// a database put back from an older copy is made to forget it again ({@link ErasureMarks}).
  public void mark(Hash digest, String word) {
    marks.put(digest, word);
  }

  /// Runs {@code change} on what is kept in memory once all of this is durable.
  public void afterwards(Runnable change) {
    afterwards.add(change);
  }

  /// True if nothing would change.
  public boolean isEmpty() {
    return entries.isEmpty() && covers.isEmpty() && changes.isEmpty();
  }

  List<Entry> entries() {
    List<Entry> all = new ArrayList<>(entries);
    all.addAll(covers);
    return all;
  }

  Map<Hash, String> marks() {
    return marks;
  }

  List<Change> changes() {
    return changes.all();
  }

  /// True if it changes what is kept in memory, which no later work may see before it is durable.
  boolean endsGroup() {
    return !afterwards.isEmpty();
  }

  void durable() {
    afterwards.forEach(Runnable::run);
  }
}
