// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.block;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import lat.enlace.matching.algo1.name.Part;

/// Every part of every name held, and who bears it. Looked up fuzzily: the cost follows the number
/// of different parts near the one asked for, never the number of people. Not thread-safe; its
/// owner locks.
public final class PartDictionary {
  /// Most near parts that one part is widened to; the nearest win.
  private static final int MOST_NEAR = 64;

  // A key shared by more parts than this tells nothing apart.
  private static final int CROWDED = 4_000;

  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, Set<Entry>> near = new HashMap<>();
  private final Map<Integer, Set<Entry>> groups = new HashMap<>();

  /// A part as held: the sample that stands for all parts of this text, and who bears it.
  public record Entry(Part part, Postings postings) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      return part.text().compareTo(other.part.text());
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Entry entry && part.text().equals(entry.part.text());
    }

    @Override
    public int hashCode() {
      return part.text().hashCode();
    }

    @Override
    public String toString() {
      return "Entry[" + postings.size() + "]";
    }
  }

  /// A held part near the one asked for.
  ///
  /// @param entry the part
  /// @param likeness 0..1
  public record Near(Entry entry, double likeness) {}

  /// Notes that {@code record} bears {@code part}.
  public void add(Part part, int record) {
    Entry entry = entries.get(part.text());
    if (entry == null) {
      entry = new Entry(part, new Postings());
      entries.put(part.text(), entry);
      for (String key : BlockKeys.of(part)) {
        near.computeIfAbsent(key, k -> new LinkedHashSet<>(2)).add(entry);
      }
      for (int group : part.groups()) {
        groups.computeIfAbsent(group, k -> new LinkedHashSet<>(2)).add(entry);
      }
    }
    entry.postings().put(record);
  }

  /// Forgets that {@code record} bears {@code part}; a part nobody bears is forgotten altogether.
  public void remove(Part part, int record) {
    Entry entry = entries.get(part.text());
    if (entry == null) {
      return;
    }
    entry.postings().take(record);
    if (entry.postings().size() == 0) {
      entries.remove(part.text());
      BlockKeys.of(entry.part()).forEach(key -> drop(near, key, entry));
      entry.part().groups().forEach(group -> drop(groups, group, entry));
    }
  }

  private static <K> void drop(Map<K, Set<Entry>> map, K key, Entry entry) {
    Set<Entry> set = map.get(key);
    if (set != null) {
      set.remove(entry);
      if (set.isEmpty()) {
        map.remove(key);
      }
    }
  }

  /// The part of exactly this text, if held.
  public Optional<Entry> exact(String text) {
    return Optional.ofNullable(entries.get(text));
  }

  /// Held parts that are at least {@code least} like {@code part}, nearest first.
  public List<Near> near(Part part, double least, ToDoubleFunction<Part> likeness) {
    Set<Entry> found = new HashSet<>();
    for (String key : BlockKeys.of(part)) {
      Set<Entry> set = near.getOrDefault(key, Set.of());
      if (set.size() <= CROWDED) {
        found.addAll(set);
      }
    }
    part.groups().forEach(group -> found.addAll(groups.getOrDefault(group, Set.of())));
    Entry same = entries.get(part.text());
    if (same != null) {
      found.add(same);
    }
    List<Near> result = new ArrayList<>();
    for (Entry entry : found) {
      double value = likeness.applyAsDouble(entry.part());
      if (value >= least) {
        result.add(new Near(entry, value));
      }
    }
    result.sort(Comparator.comparingDouble((Near n) -> -n.likeness()).thenComparing(Near::entry));
    return result.size() > MOST_NEAR ? result.subList(0, MOST_NEAR) : result;
  }
}
