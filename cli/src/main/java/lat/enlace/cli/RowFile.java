// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import lat.enlace.gateway.CsvRows;
import lat.enlace.gateway.GatewayException;
import lat.enlace.gateway.Source;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// A CSV file that a command gives back with columns of its own added: rows in their order, columns
/// that it does not know passed through.
///
/// @param part the file
/// @param columns where its columns stand
/// @param spec the command, for its streams
record RowFile(Source.Part part, Columns columns, CommandSpec spec) {
  /// Opens {@code path} and reads all of it once, so that a fault in its last row is told before
  /// the first is written.
  ///
  /// @throws ParameterException naming the columns that are missing
  /// @throws GatewayException naming the line that cannot be read
  static RowFile of(Path path, List<String> needed, CommandSpec spec)
      throws IOException, GatewayException {
    Source.Part part = FileSource.part(path);
    try (CsvRows rows = CsvRows.open(part)) {
      Columns columns = new Columns(rows.header());
      List<String> missing = columns.missing(needed);
      if (!missing.isEmpty()) {
        throw new ParameterException(
            spec.commandLine(),
            "%s: the first line has no column %s; needed are the columns %s, separated by commas"
                .formatted(path, String.join(", ", missing), String.join(", ", needed)));
      }
      Rounds.check(rows::next);
      ImportReportText.print(rows.warnings(), spec.commandLine().getErr());
      return new RowFile(part, columns, spec);
    }
  }

  /// Writes header and rows with the cells that {@code work} gives.
  ///
  /// @return exit code
  int deliver(List<String> added, BiFunction<List<String>, Columns, List<String>> work)
      throws IOException, GatewayException {
    return new Delivery(null, spec.commandLine().getOut())
        .deliver(out -> {
          try (CsvRows rows = CsvRows.open(part)) {
            out.write(line(rows, rows.header(), added));
            Rounds.run(
                rows::next, row -> line(rows, row, work.apply(row, columns)), out, done -> {});
          }
          return 0;
        });
  }

  private static String line(CsvRows rows, List<String> cells, List<String> more) {
    List<String> all = new ArrayList<>(cells);
    all.addAll(more);
    return rows.line(all);
  }
}
