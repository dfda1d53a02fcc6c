// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lat.enlace.gateway.GatewayException;

/// Works through rows on every core, a round at a time, and writes what comes of them in the order
/// in which they came. Holds one round in memory, however long the file is.
final class Rounds {
  private static final int ROUND = 4_000;

  private Rounds() {}

  /// Gives the next row; empty at the end.
  @FunctionalInterface
  interface Rows<T> {
    Optional<T> next() throws IOException, GatewayException;
  }

  /// Writes {@code work} of every row to {@code out}.
  static <T> void run(Rows<T> rows, Function<T, String> work, Writer out, Progress progress)
      throws IOException, GatewayException {
    int done = 0;
    for (List<T> round = round(rows); !round.isEmpty(); round = round(rows)) {
      round.parallelStream().map(work).forEachOrdered(text -> Delivery.put(out, text));
      done += round.size();
      progress.at(done);
    }
  }

  /// Reads to the end, so that a fault anywhere is told before the first line is written.
  ///
  /// @return how many rows there are
  static <T> int check(Rows<T> rows) throws IOException, GatewayException {
    int count = 0;
    while (rows.next().isPresent()) {
      count++;
    }
    return count;
  }

  private static <T> List<T> round(Rows<T> rows) throws IOException, GatewayException {
    List<T> round = new ArrayList<>();
    for (Optional<T> row = next(round, rows); row.isPresent(); row = next(round, rows)) {
      round.add(row.get());
    }
    return round;
  }

  private static <T> Optional<T> next(List<T> round, Rows<T> rows)
      throws IOException, GatewayException {
    return round.size() < ROUND ? rows.next() : Optional.empty();
  }
}
