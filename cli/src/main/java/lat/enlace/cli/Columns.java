// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.util.List;
import java.util.Locale;

/// Where the columns of a CSV file stand; names are compared without regard to case.
record Columns(List<String> names) {
  Columns(List<String> names) {
    this.names = names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
  }

  /// Those of {@code needed} that there are not.
  List<String> missing(List<String> needed) {
    return needed.stream().filter(name -> !names.contains(name.toLowerCase(Locale.ROOT))).toList();
  }

  /// The cell of {@code name} in {@code row}; empty if there is no such column.
  String cell(List<String> row, String name) {
    return verbatim(row, name).strip();
  }

  /// The same with the blanks around it.
  String verbatim(List<String> row, String name) {
    int at = names.indexOf(name.toLowerCase(Locale.ROOT));
    return at < 0 ? "" : row.get(at);
  }
}
