// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.record;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Store;

/// Changes that are not in the store yet, the last one of each row, and the store seen as if they
/// were.
final class Overlay {
  private final Map<Store.Space, TreeMap<String, Change>> changes =
      new EnumMap<>(Store.Space.class);

  void add(Change change) {
    changes.computeIfAbsent(change.space(), _ -> new TreeMap<>()).put(change.key(), change);
  }

  boolean isEmpty() {
    return changes.isEmpty();
  }

  /// All changes, each row once.
  List<Change> all() {
    return changes.values().stream().flatMap(space -> space.values().stream()).toList();
  }

  /// What {@code below} would show with these changes made.
  Store.View over(Store.View below) {
    return changes.isEmpty() ? below : new Seen(below);
  }

  private final class Seen implements Store.View {
    private final Store.View below;

    Seen(Store.View below) {
      this.below = below;
    }

    @Override
    public Optional<Bytes> get(Store.Space space, String key) {
      return switch (of(space).get(key)) {
        case Change.Put put -> Optional.of(put.value());
        case Change.Delete _ -> Optional.empty();
        case null -> below.get(space, key);
      };
    }

    @Override
    public List<Store.Row> scan(Store.Space space, String prefix, String after, int limit) {
      NavigableMap<String, Change> own = of(space);
      int wanted = limit + own.size() < 0 ? Integer.MAX_VALUE : limit + own.size();
      TreeMap<String, Bytes> merged = new TreeMap<>();
      below.scan(space, prefix, after, wanted).forEach(row -> merged.put(row.key(), row.value()));
      own.tailMap(prefix, true)
          .forEach((key, change) -> {
            if (key.startsWith(prefix) && key.compareTo(after) > 0) {
              switch (change) {
                case Change.Put put -> merged.put(key, put.value());
                case Change.Delete _ -> merged.remove(key);
              }
            }
          });
      return merged.entrySet().stream()
          .limit(limit)
          .map(row -> new Store.Row(row.getKey(), row.getValue()))
          .toList();
    }

    private NavigableMap<String, Change> of(Store.Space space) {
      return changes.getOrDefault(space, new TreeMap<>());
    }
  }
}
