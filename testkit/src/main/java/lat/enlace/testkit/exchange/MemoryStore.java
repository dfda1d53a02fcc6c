// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.port.StoreException;

/// A store in memory with transactions, as durable as its object lives. A kill before the commit
/// leaves nothing of a transaction, after it all of it.
public final class MemoryStore implements Store {
  private static final Comparator<String> BY_BYTES = MemoryStore::byBytes;

  private final Guillotine guillotine;
  private final Map<Space, TreeMap<String, Bytes>> rows = new EnumMap<>(Space.class);
  private long commits;
  private long failAt = Long.MAX_VALUE;
  private final Set<Touched> touched = new LinkedHashSet<>();

  /// An empty store that nothing kills.
  public MemoryStore() {
    this(new Guillotine());
  }

  /// An empty store.
  public MemoryStore(Guillotine guillotine) {
    this.guillotine = guillotine;
  }

  /// The order of the UTF-8 bytes is that of the code points: surrogates come after all else of the
  /// plane below.
  private static int byBytes(String one, String other) {
    int common = Math.min(one.length(), other.length());
    for (int i = 0; i < common; i++) {
      char left = one.charAt(i);
      char right = other.charAt(i);
      if (left != right) {
        return Character.isSurrogate(left) == Character.isSurrogate(right)
            ? Character.compare(left, right)
            : Character.isSurrogate(left) ? 1 : -1;
      }
    }
    return one.length() - other.length();
  }

  /// Lets {@code more} transactions pass and refuses all after, until {@link #mend}.
  public void failAfter(long more) {
    failAt = commits + more;
  }

  /// The database can be reached again.
  public void mend() {
    failAt = Long.MAX_VALUE;
  }

  @Override
  public <T> T write(Function<Transaction, T> work) {
    guillotine.gap("before commit");
    if (commits >= failAt) {
      throw new StoreException(StoreException.Code.UNREACHABLE);
    }
    Changes changes = new Changes();
    T result = work.apply(changes);
    changes.commit();
    commits++;
    guillotine.gap("after commit");
    return result;
  }

  @Override
  public <T> T read(Function<View, T> work) {
    return work.apply(new Changes());
  }

  /// How many transactions were committed, each of which a database would sync.
  public long commits() {
    return commits;
  }

  /// A row that was set or removed.
  public record Touched(Space space, String key) {}

  /// The rows changed since this was asked last, for looking at no more than what changed.
  public Set<Touched> touched() {
    Set<Touched> all = new LinkedHashSet<>(touched);
    touched.clear();
    return all;
  }

  /// Every row, in order, for comparing two runs.
  public List<String> dump() {
    List<String> all = new ArrayList<>();
    rows.forEach((space, map) ->
        map.forEach((key, value) -> all.add(space + " " + key + " " + value.hex())));
    return all;
  }

  /// The committed rows as they are now, in another store: a backup.
  public MemoryStore copy(Guillotine other) {
    MemoryStore copy = new MemoryStore(other);
    rows.forEach((space, map) -> copy.map(space).putAll(map));
    return copy;
  }

  private NavigableMap<String, Bytes> map(Space space) {
    return rows.computeIfAbsent(space, _ -> new TreeMap<>(BY_BYTES));
  }

  private final class Changes implements Transaction {
    private final Map<Space, TreeMap<String, Optional<Bytes>>> changed = new EnumMap<>(Space.class);

    @Override
    public void put(Space space, String key, Bytes value) {
      changed(space).put(key, Optional.of(value));
    }

    @Override
    public void delete(Space space, String key) {
      changed(space).put(key, Optional.empty());
    }

    @Override
    public Optional<Bytes> get(Space space, String key) {
      Optional<Bytes> own = changed(space).get(key);
      return own == null ? Optional.ofNullable(map(space).get(key)) : own;
    }

    @Override
    public List<Row> scan(Space space, String prefix, String after, int limit) {
      boolean fromFirst = after.isEmpty() || BY_BYTES.compare(after, prefix) < 0;
      NavigableMap<String, Bytes> committed =
          fromFirst ? map(space).tailMap(prefix, true) : map(space).tailMap(after, false);
      NavigableMap<String, Optional<Bytes>> own = changed(space);
      NavigableMap<String, Bytes> all = own.isEmpty() ? committed : merged(committed, own, prefix);
      List<Row> found = new ArrayList<>();
      for (var row : all.entrySet()) {
        if (!row.getKey().startsWith(prefix) || found.size() >= limit) {
          break;
        }
        if (after.isEmpty() || BY_BYTES.compare(row.getKey(), after) > 0) {
          found.add(new Row(row.getKey(), row.getValue()));
        }
      }
      return found;
    }

    private static NavigableMap<String, Bytes> merged(
        NavigableMap<String, Bytes> committed,
        NavigableMap<String, Optional<Bytes>> own,
        String prefix) {
      NavigableMap<String, Bytes> merged = new TreeMap<>(BY_BYTES);
      for (var row : committed.entrySet()) {
        if (!row.getKey().startsWith(prefix)) {
          break;
        }
        merged.put(row.getKey(), row.getValue());
      }
      own.tailMap(prefix, true)
          .forEach((key, value) ->
              value.ifPresentOrElse(put -> merged.put(key, put), () -> merged.remove(key)));
      return merged;
    }

    private NavigableMap<String, Optional<Bytes>> changed(Space space) {
      return changed.computeIfAbsent(space, _ -> new TreeMap<>(BY_BYTES));
    }

    private void commit() {
      changed.forEach((space, map) ->
          map.forEach((key, value) -> {
            touched.add(new Touched(space, key));
            value.ifPresentOrElse(put -> map(space).put(key, put), () -> map(space).remove(key));
          }));
    }
  }
}
