// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Store;
import lat.enlace.testkit.exchange.TestNode;

/// A state machine of docs/spec/kinds.md, and where its states are seen.
sealed interface Machine {
  /// As the page names it.
  String name();

  /// The rows whose changes can move it.
  Store.Space space();

  /// One row for each thing, which says its state.
  record OfRows(String name, Store.Space space, String prefix) implements Machine {
    private static final Pattern STATE = Pattern.compile("\"state\":\"([A-Z_]+)\"");

    /// The state in a row, as the page writes it: the first that the page tells of.
    Optional<String> state(Bytes row, Predicate<String> told) {
      return STATE
          .matcher(new String(row.toArray(), StandardCharsets.UTF_8))
          .results()
          .map(found -> found.group(1).toLowerCase(Locale.ROOT).replace('_', '-'))
          .filter(told)
          .findFirst();
    }
  }

  /// States that follow from the day too, as people see them.
  record OfView(String name, Store.Space space, Function<TestNode, Map<String, String>> look)
      implements Machine {}
}
