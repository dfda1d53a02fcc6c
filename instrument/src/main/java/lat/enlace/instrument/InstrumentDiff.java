// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Compares two texts value by value. Order in lists and layout do not count: what reads the same
/// is the same, though its hash may differ.
public final class InstrumentDiff {
  private static final List<String> NAMES = List.of("clause", "article", "id", "state", "code");

  /// Ends a path that says an item is there; no key can end so.
  private static final String MARK = " ";

  private InstrumentDiff() {}

  /// Every difference, by path.
  ///
  /// @throws InstrumentException with code TEXT if one has no tree to compare
  public static List<Change> between(InstrumentText before, InstrumentText after)
      throws InstrumentException {
    SortedMap<String, String> old = flat(before);
    SortedMap<String, String> recent = flat(after);
    TreeSet<String> paths = new TreeSet<>(old.keySet());
    paths.addAll(recent.keySet());
    List<Change> changes = new ArrayList<>();
    for (String path : paths) {
      String was = old.getOrDefault(path, "");
      String is = recent.getOrDefault(path, "");
      if (!was.equals(is)) {
        changes.add(new Change(path, was, is));
      }
    }
    return changes;
  }

  private static SortedMap<String, String> flat(InstrumentText text) throws InstrumentException {
    SortedMap<String, String> values = new TreeMap<>();
    Findings findings = new Findings();
    flatten("", YamlReader.read(text.value(), findings), values);
    findings.throwIfAny();
    return values;
  }

  private static void flatten(String path, YamlNode node, Map<String, String> values) {
    switch (node) {
      case YamlNode.Scalar scalar -> values.put(path, scalar.text());
      case YamlNode.Mapping mapping -> {
        for (YamlNode.Entry entry : mapping.entries()) {
          flatten(path.isEmpty() ? entry.key() : path + "." + entry.key(), entry.value(), values);
        }
      }
      case YamlNode.Sequence sequence -> {
        if (sequence.items().stream().allMatch(YamlNode.Scalar.class::isInstance)) {
          values.put(path, joined(sequence));
        } else {
          items(path, sequence, values);
        }
      }
    }
  }

  private static void items(String path, YamlNode.Sequence sequence, Map<String, String> values) {
    for (YamlNode item : sequence.items()) {
      String named = path + "[" + name(item) + "]";
      String free = named;
      for (int i = 2; values.containsKey(free + MARK); i++) {
        free = named + "#" + i;
      }
      values.put(free + MARK, "");
      flatten(free, item, values);
    }
  }

  private static String name(YamlNode item) {
    if (item instanceof YamlNode.Mapping mapping) {
      for (String key : NAMES) {
        for (YamlNode.Entry entry : mapping.entries()) {
          if (entry.key().equals(key) && entry.value() instanceof YamlNode.Scalar scalar) {
            return scalar.text();
          }
        }
      }
    }
    return "";
  }

  private static String joined(YamlNode.Sequence sequence) {
    return sequence.items().stream()
        .map(item -> item instanceof YamlNode.Scalar scalar ? scalar.text() : "")
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
