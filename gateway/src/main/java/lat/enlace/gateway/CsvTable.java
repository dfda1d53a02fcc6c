// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lat.enlace.model.entity.EntityLine;
import lat.enlace.model.entity.Property;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The header of a CSV file, understood: which column is the identifier, which the schema, and
/// which property each other column is.
final class CsvTable {
  private static final char SEVERAL = ';';

  private enum Use {
    ID,
    SCHEMA,
    PROPERTY,
    NOTHING
  }

  private record Column(Use use, @Nullable Property property) {}

  private final List<Column> columns;

  private CsvTable(List<Column> columns) {
    this.columns = columns;
  }

  /// True if {@code header} could begin a file of holdings or probes.
  static boolean isHeader(List<String> header) {
    return header.stream().anyMatch(name -> use(name).use() == Use.ID)
        && header.stream().anyMatch(name -> use(name).use() == Use.PROPERTY);
  }

  /// Understands {@code header}, warning once for each column that is no property.
  static CsvTable of(List<String> header, Place place, Intake intake) throws GatewayException {
    List<Column> columns = new ArrayList<>();
    Set<Column> seen = new HashSet<>();
    for (String name : header) {
      Column column = use(name);
      if (column.use() == Use.NOTHING) {
        intake.warn(ImportWarning.Code.UNKNOWN_COLUMN, place);
      } else if (!seen.add(column)) {
        throw new GatewayException(GatewayException.Code.HEADER, place);
      }
      columns.add(column);
    }
    if (!isHeader(header)) {
      throw new GatewayException(GatewayException.Code.HEADER, place);
    }
    return new CsvTable(columns);
  }

  private static Column use(String name) {
    return switch (Vocabulary.fold(name)) {
      case "id" -> new Column(Use.ID, null);
      case "schema" -> new Column(Use.SCHEMA, null);
      default ->
          Vocabulary.property(name)
              .map(property -> new Column(Use.PROPERTY, property))
              .orElse(new Column(Use.NOTHING, null));
    };
  }

  void check(List<String> row, Place place) throws GatewayException {
    if (row.size() != columns.size()) {
      throw new GatewayException(GatewayException.Code.ROW_WIDTH, place);
    }
  }

  String id(List<String> row) {
    return cell(row, Use.ID).orElse("");
  }

  String schema(List<String> row) {
    return cell(row, Use.SCHEMA).orElse("");
  }

  private Optional<String> cell(List<String> row, Use use) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).use() == use) {
        return Optional.of(row.get(i).strip());
      }
    }
    return Optional.empty();
  }

  /// Adds every value of every property column to {@code entity}.
  void state(List<String> row, EntityBuilder entity) {
    for (int i = 0; i < columns.size(); i++) {
      Property property = columns.get(i).property();
      if (property != null) {
        List<String> values =
            Vocabulary.isProse(property) ? List.of(row.get(i)) : several(row.get(i));
        values.forEach(value -> entity.value(property, value));
      }
    }
  }

  /// A row of a schema that is only carried, as a FollowTheMoney line with what its columns say.
  EntityLine.Foreign foreign(List<String> row) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("id", id(row)).put("schema", schema(row));
    ObjectNode properties = line.putObject("properties");
    for (int i = 0; i < columns.size(); i++) {
      Property property = columns.get(i).property();
      if (property != null && !row.get(i).isBlank()) {
        ArrayNode values = properties.withArray(property.name());
        several(row.get(i)).forEach(values::add);
      }
    }
    return new EntityLine.Foreign(id(row), schema(row), line.toString());
  }

  private static List<String> several(String cell) {
    List<String> values = new ArrayList<>();
    int from = 0;
    for (int to = cell.indexOf(SEVERAL); to >= 0; to = cell.indexOf(SEVERAL, from)) {
      values.add(cell.substring(from, to));
      from = to + 1;
    }
    values.add(cell.substring(from));
    return values;
  }
}
