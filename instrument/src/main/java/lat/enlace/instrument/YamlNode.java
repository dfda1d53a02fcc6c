// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.List;

/// A YAML text as it stands, with places. Scalars stay text: no value turns into a number, a
/// boolean or a date by looking like one.
sealed interface YamlNode {
  /// Where the value begins.
  Place at();

  /// A place, line and column from 1.
  record Place(int line, int column) {
    static final Place START = new Place(1, 1);
  }

  record Scalar(Place at, String text) implements YamlNode {}

  record Sequence(Place at, List<YamlNode> items) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  record Mapping(Place at, List<Entry> entries) implements YamlNode {
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  record Entry(Place at, String key, YamlNode value) {}
}
