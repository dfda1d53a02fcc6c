// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lat.enlace.model.EntityId;
import lat.enlace.model.Grading;
import lat.enlace.model.PersonalData;
import lat.enlace.model.StatementKind;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;
import org.jspecify.annotations.Nullable;

/// An entity in FollowTheMoney form, as programs send and get it.
///
/// @param id may be left out of what is asked about
@PersonalData
record EntityJson(
    @Nullable String id,
    @Nullable String schema,
    @Nullable Map<String, @Nullable List<@Nullable String>> properties) {
  private static final String ASKED = "asked";
  private static final String SOURCE = "officer";

  static EntityJson of(Entity entity) {
    Map<String, @Nullable List<@Nullable String>> properties = new LinkedHashMap<>();
    for (Statement statement : entity.statements()) {
      properties.computeIfAbsent(
          statement.property().name(), name -> entity.values(statement.property()));
    }
    return new EntityJson(entity.id().value(), entity.schema().code(), properties);
  }

  /// The entity as the officer states it now, not assessed.
  Entity toEntity(Instant now) throws ApiException {
    Schema kind = Given.code(Schema.class, schema, "subject.schema");
    List<Statement> statements = new ArrayList<>();
    if (properties == null) {
      throw new ApiException("subject.properties");
    }
    for (Map.Entry<String, @Nullable List<@Nullable String>> each : properties.entrySet()) {
      Property property = Given.as(Property::new, each.getKey(), "subject.properties");
      String field = "subject.properties." + property.name();
      for (String value : Given.list(each.getValue(), field)) {
        statements.add(stated(property, Given.text(value, field), now));
      }
    }
    if (statements.isEmpty() || statements.size() > Entity.MAX_STATEMENTS) {
      throw new ApiException("subject.properties");
    }
    String name = id == null || id.isEmpty() ? ASKED : id;
    return new Entity(Given.as(EntityId::new, name, "subject.id"), kind, statements);
  }

  private static Statement stated(Property property, String value, Instant now)
      throws ApiException {
    try {
      return new Statement(
          property, value.strip(), StatementKind.FACT, Grading.UNASSESSED, SOURCE, now);
    } catch (IllegalArgumentException e) {
      throw new ApiException("subject.properties." + property.name());
    }
  }

  @Override
  public String toString() {
    return "EntityJson[]";
  }
}
