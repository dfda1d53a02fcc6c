// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.record;

import java.time.Duration;
import java.util.List;
import lat.enlace.exchange.PairRecords.Figure;
import lat.enlace.exchange.PairRecords.Line;
import lat.enlace.exchange.PairRecords.PairRecord;

/// A record as comma-separated lines: figures, an empty line, the dispatches behind them. Codes and
/// numbers only, so that no value can be read as a formula.
final class RecordTable {
  private static final String FIGURES =
      "duty,owed-by,term,on-time,late,paused,running,overdue,contested,ended,median-seconds,"
          + "nine-in-ten-seconds";
  private static final String LINES =
      "dispatch,duty,owed-by,term,standing,received,met,took-seconds,answered-by";

  private RecordTable() {}

  static String of(PairRecord record) {
    StringBuilder table = new StringBuilder(FIGURES).append("\r\n");
    for (Figure figure : record.figures()) {
      line(
          table,
          figure.duty().code(),
          side(figure.owed()),
          figure.term(),
          figure.onTime(),
          figure.late(),
          figure.paused(),
          figure.running(),
          figure.overdue(),
          figure.contested(),
          figure.ended(),
          seconds(figure.median()),
          seconds(figure.slowest()));
    }
    table.append("\r\n").append(LINES).append("\r\n");
    for (Line line : record.lines()) {
      line(
          table,
          line.id(),
          line.duty().code(),
          side(line.owed()),
          line.term(),
          line.standing().code(),
          line.received(),
          line.met().stream().map(Object::toString).findFirst().orElse(""),
          seconds(line.took()),
          String.join(" ", line.proofs().stream().map(Object::toString).toList()));
    }
    return table.toString();
  }

  private static String side(boolean partner) {
    return partner ? "partner" : "this-node";
  }

  private static String seconds(List<Duration> time) {
    return time.stream().map(one -> Long.toString(one.toSeconds())).findFirst().orElse("");
  }

  private static void line(StringBuilder table, Object... values) {
    table.append(String.join(",", List.of(values).stream().map(Object::toString).toList()));
    table.append("\r\n");
  }
}
