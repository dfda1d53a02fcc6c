// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.util.Set;

/// Something officers do.
///
/// @param name under which it stands in a trace, and crashes in it are counted
/// @param weight how often it is done, against the others of the office
/// @param leads moves that it may lead to, where the one who offers it can tell
record Deed(String name, int weight, Act act, Set<Move> leads) {
  Deed {
    leads = Set.copyOf(leads);
  }

  Deed(String name, int weight, Act act) {
    this(name, weight, act, Set.of());
  }

  /// The same, which leads there too.
  Deed leading(String machine, String from, String to) {
    return new Deed(name, weight, act, Set.of(new Move(machine, from, to)));
  }
}
