// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.warn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.model.EntityId;
import lat.enlace.model.dispatch.WarningBody;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Provenance;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;

/// Whom a warning names, as the sealed list is asked.
final class Threatened {
  private Threatened() {}

  /// None if it names a place alone.
  static List<Entity> of(WarningBody.Warning threat) {
    if (threat.names().isEmpty()) {
      return List.of();
    }
    Provenance said = Provenance.record("warning", Instant.EPOCH);
    List<Statement> statements = new ArrayList<>();
    for (String name : threat.names()) {
      statements.add(said.states(statements.isEmpty() ? Property.NAME : Property.ALIAS, name));
    }
    for (String phone : threat.phones()) {
      statements.add(said.states(Property.PHONE, phone));
    }
    return List.of(new Entity(new EntityId("threatened"), Schema.PERSON, statements));
  }
}
