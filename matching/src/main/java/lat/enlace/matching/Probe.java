// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching;

import java.util.List;
import lat.enlace.model.PersonalData;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;

/// What is asked about: values without any claim as to who says so.
///
/// @param schema what sort of thing; {@link Schema#LEGAL_ENTITY} when it is not known whether it is
///   a person
/// @param fields at most {@link Entity#MAX_STATEMENTS}
@PersonalData
public record Probe(Schema schema, List<Field> fields) {
  /// One value of one property.
  @PersonalData
  public record Field(Property property, String value) {
    @Override
    public String toString() {
      return "Field[" + property + "]";
    }
  }

  /// Copies and bounds.
  public Probe {
    fields = List.copyOf(fields);
    if (fields.size() > Entity.MAX_STATEMENTS) {
      throw new IllegalArgumentException("too many fields");
    }
  }

  /// The values of an entity.
  public static Probe of(Entity entity) {
    return of(entity.schema(), entity.statements());
  }

  /// The values of statements, without who says so.
  public static Probe of(Schema schema, List<Statement> statements) {
    return new Probe(
        schema,
        statements.stream()
            .map(statement -> new Field(statement.property(), statement.value()))
            .distinct()
            .toList());
  }

  /// The values given for {@code property}.
  public List<String> values(Property property) {
    return fields.stream()
        .filter(field -> field.property().equals(property))
        .map(Field::value)
        .toList();
  }

  @Override
  public String toString() {
    return "Probe[" + schema.code() + ", " + fields.size() + " fields]";
  }
}
