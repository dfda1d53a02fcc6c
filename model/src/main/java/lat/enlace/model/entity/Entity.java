// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.entity;

import java.util.List;
import lat.enlace.model.EntityId;
import lat.enlace.model.PersonalData;

/// A person, organisation or object as the set of what is said of it.
///
/// @param statements at most 1,000
@PersonalData
public record Entity(EntityId id, Schema schema, List<Statement> statements) {
  /// Most statements an entity carries.
  public static final int MAX_STATEMENTS = 1000;

  /// Copies and bounds the statements.
  public Entity {
    statements = List.copyOf(statements);
    if (statements.size() > MAX_STATEMENTS) {
      throw new IllegalArgumentException("too many statements");
    }
  }

  /// The values stated for {@code property}, without repetition, in the order stated.
  public List<String> values(Property property) {
    return statements.stream()
        .filter(statement -> statement.property().equals(property))
        .map(Statement::value)
        .distinct()
        .toList();
  }

  @Override
  public String toString() {
    return "Entity[" + schema.code() + ", " + statements.size() + " statements]";
  }
}
