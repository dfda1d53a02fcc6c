// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.floor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lat.enlace.exchange.Officer;
import lat.enlace.model.EntityId;
import lat.enlace.model.Grading;
import lat.enlace.model.StatementKind;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;

/// Reads a person out of a short form.
final class PersonFields {
  /// The fields, in the order of the form.
  static final List<Property> PROPERTIES =
      List.of(
          Property.NAME,
          Property.ALIAS,
          Property.BIRTH_DATE,
          Property.NATIONALITY,
          Property.ID_NUMBER);

  private PersonFields() {}

  /// The person as {@code by} states it now; without statements if nothing was typed.
  static Entity read(Map<String, String> fields, EntityId id, Officer by, Instant now) {
    List<Statement> statements = new ArrayList<>();
    for (Property property : PROPERTIES) {
      String value = fields.getOrDefault("p." + property.name(), "").strip();
      if (!value.isEmpty()) {
        statements.add(
            new Statement(
                property,
                value,
                StatementKind.FACT,
                Grading.UNASSESSED,
                by.agency().id().value(),
                now));
      }
    }
    return new Entity(id, Schema.PERSON, statements);
  }
}
