// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Where the columns of a CSV file stand; names are compared without regard to case.
record Columns(List<String> names) {
  Columns(List<String> names) {
    this.names = names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
  }

  /// The place of {@code name}.
  ///
  /// @throws IOException if there is no such column
  int needed(String name) throws IOException {
    int at = names.indexOf(name.toLowerCase(Locale.ROOT));
    if (at < 0) {
      throw new IOException("line 1: there is no column " + name);
    }
    return at;
  }

  /// The cell of {@code name} in {@code row}; empty if there is no such column.
  String cell(List<String> row, String name) {
    int at = names.indexOf(name.toLowerCase(Locale.ROOT));
    return at < 0 ? "" : row.get(at).strip();
  }
}
