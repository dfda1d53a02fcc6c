// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fields of one mapping. Every key that is asked for counts as known; {@link #end} tells the
/// others.
public final class Fields {
  private final Findings findings;
  private final String path;
  private final YamlNode.Place at;
  private final @Nullable List<YamlNode.Entry> entries;
  private final Set<String> known = new LinkedHashSet<>();

  /// @param entries null if the mapping itself is missing, which has been told already
  Fields(
      Findings findings, String path, YamlNode.Place at, @Nullable List<YamlNode.Entry> entries) {
    this.findings = findings;
    this.path = path;
    this.at = at;
    this.entries = entries;
  }

  /// Tells a problem of the whole mapping.
  public void problem(Problem.Code code, String advice) {
    findings.add(at, path, code, advice);
  }

  /// A field that must be there.
  public Value required(String key) {
    Value value = optional(key);
    if (value.isAbsent() && entries != null) {
      findings.add(at, value.path(), Problem.Code.MISSING_KEY, "add the key \"" + key + "\"");
    }
    return value;
  }

  /// A field that may be left out.
  public Value optional(String key) {
    known.add(key);
    if (entries != null) {
      for (YamlNode.Entry entry : entries) {
        if (entry.key().equals(key)) {
          return Value.of(findings, pathOf(key), entry.value());
        }
      }
    }
    return Value.absent(findings, pathOf(key), at);
  }

  /// All keys there are, for mappings whose keys are codes.
  List<YamlNode.Entry> all() {
    return entries == null ? List.of() : entries;
  }

  /// A value under a key of {@link #all}.
  Value value(YamlNode.Entry entry) {
    known.add(entry.key());
    return Value.of(findings, pathOf(entry.key()), entry.value());
  }

  /// Tells every key that nobody asked for.
  public void end() {
    for (YamlNode.Entry entry : all()) {
      if (!known.contains(entry.key())) {
        findings.add(
            entry.at(),
            pathOf(entry.key()),
            Problem.Code.UNKNOWN_KEY,
            "remove this key, or write one of " + String.join(", ", known));
      }
    }
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
