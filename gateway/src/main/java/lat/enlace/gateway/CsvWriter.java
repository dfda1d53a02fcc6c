// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;

/// Writes entities as CSV for people and spreadsheets: one row each, the columns {@code id}, {@code
/// schema}, {@code name}, then the other properties by name; several values in a cell are separated
/// by semicolons (docs/spec/import.md).
///
/// Who says so and since when is lost, and a semicolon inside a value is written as a comma: for a
/// copy that loses nothing write JSON lines.
public final class CsvWriter {
  private final List<Property> columns;

  /// A writer with a column for each of {@code properties}.
  public CsvWriter(Collection<Property> properties) {
    TreeSet<Property> others = new TreeSet<>(properties);
    others.remove(Property.NAME);
    columns = new ArrayList<>(List.of(Property.NAME));
    columns.addAll(others);
  }

  /// The first line, with its line end.
  public String header() {
    return row(List.of("id", "schema"), columns.stream().map(Property::name).toList());
  }

  /// The line for {@code entity}, with its line end. Properties without a column are left out.
  public String row(Entity entity) {
    return row(
        List.of(entity.id().value(), entity.schema().code()),
        columns.stream().map(column -> cell(entity, column)).toList());
  }

  private static String cell(Entity entity, Property property) {
    List<String> values = entity.values(property);
    if (Vocabulary.isProse(property)) {
      return String.join("\n", values);
    }
    return values.stream().map(value -> value.replace(';', ',')).collect(Collectors.joining(";"));
  }

  private static String row(List<String> first, List<String> others) {
    List<String> cells = new ArrayList<>(first);
    cells.addAll(others);
    return cells.stream().map(CsvWriter::quoted).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String quoted(String cell) {
    boolean plain =
        cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
            && cell.equals(cell.strip());
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
