// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The moves of the state machines, as docs/spec/kinds.md tells them.
final class Moves {
  private static final Pattern ROW =
      Pattern.compile("\\| `([A-Za-z.]+\\.State)` \\| `([a-z-]+)` \\|(.*)\\|");
  private static final Pattern CODE = Pattern.compile("`([a-z-]+)`");

  private final Map<String, Set<String>> next;

  private Moves(Map<String, Set<String>> next) {
    this.next = next;
  }

  /// Those of the source tree at `home`.
  static Moves of(Path home) throws IOException {
    Map<String, Set<String>> next = new HashMap<>();
    Path page = home.resolve("docs/spec/kinds.md");
    for (String line : Files.readAllLines(page, StandardCharsets.UTF_8)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        Set<String> codes = new HashSet<>();
        Matcher code = CODE.matcher(row.group(3));
        while (code.find()) {
          codes.add(code.group(1));
        }
        next.put(row.group(1) + " " + row.group(2), codes);
      }
    }
    if (next.isEmpty()) {
      throw new IOException(page + " tells no state machine");
    }
    return new Moves(next);
  }

  /// True if what was in one state may be in the other now.
  boolean leads(String machine, String from, String to) {
    Set<String> seen = new HashSet<>(Set.of(from));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (String state : next.getOrDefault(machine + " " + open.pop(), Set.of())) {
        if (seen.add(state)) {
          open.push(state);
        }
      }
    }
    return seen.contains(to);
  }

  /// True if nothing follows on it.
  boolean last(String machine, String state) {
    return next.getOrDefault(machine + " " + state, Set.of()).isEmpty();
  }
}
