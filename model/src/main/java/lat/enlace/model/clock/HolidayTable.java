// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.clock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import lat.enlace.model.StateCode;

/// The table of holidays that ships with the product, with the source of each line.
final class HolidayTable {
  private static final String TABLE = "holidays.csv";
  private static final List<Line> LINES = read();

  private HolidayTable() {}

  private record Line(StateCode state, Holiday holiday) {
    static Line of(String text) {
      String[] cells = text.split(";", -1);
      return new Line(
          new StateCode(cells[0]),
          new Holiday(
              Holiday.day(cells[1]),
              Holiday.Move.of(cells[2]),
              Integer.parseInt(cells[3]),
              cells[4]));
    }
  }

  static List<Holiday> of(StateCode state) {
    return LINES.stream().filter(line -> line.state().equals(state)).map(Line::holiday).toList();
  }

  private static List<Line> read() {
    try (InputStream in = HolidayTable.class.getResourceAsStream(TABLE)) {
      String text =
          new String(Objects.requireNonNull(in, TABLE).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Line::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
