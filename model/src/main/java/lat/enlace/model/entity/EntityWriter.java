// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.entity;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes entities as FollowTheMoney JSON, one line each (docs/spec/entities.md).
///
/// The same entity always gives the same line. What this writes, {@link EntityReader} reads back as
/// an equal entity if the form is {@link Form#STATEMENTS}.
public final class EntityWriter {
  /// How much a line tells.
  public enum Form {
    /// Identifier, schema and properties, as every FollowTheMoney tool reads them; who says so and
    /// since when is lost.
    PLAIN,
    /// The same, and every statement with its provenance.
    STATEMENTS
  }

  private static final JsonFactory JSON = new JsonFactory();

  private final Form form;

  /// A writer of lines in {@code form}.
  public EntityWriter(Form form) {
    this.form = form;
  }

  /// The line for {@code entity}, without the line feed.
  public String line(Entity entity) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      json.writeStringProperty("id", entity.id().value());
      json.writeStringProperty("schema", entity.schema().code());
      properties(json, entity);
      switch (form) {
        case PLAIN -> {}
        case STATEMENTS -> statements(json, entity);
      }
      json.writeEndObject();
    }
    return line.toString();
  }

  private static void properties(JsonGenerator json, Entity entity) {
    Map<Property, Set<String>> grouped = new LinkedHashMap<>();
    for (Statement statement : entity.statements()) {
      grouped
          .computeIfAbsent(statement.property(), property -> new LinkedHashSet<>())
          .add(statement.value());
    }
    json.writeObjectPropertyStart("properties");
    grouped.forEach((property, values) -> {
      json.writeArrayPropertyStart(property.name());
      values.forEach(json::writeString);
      json.writeEndArray();
    });
    json.writeEndObject();
  }

  private static void statements(JsonGenerator json, Entity entity) {
    json.writeArrayPropertyStart("statements");
    for (Statement statement : entity.statements()) {
      json.writeStartObject();
      json.writeStringProperty("entity_id", entity.id().value());
      json.writeStringProperty("schema", entity.schema().code());
      json.writeStringProperty("prop", statement.property().name());
      json.writeStringProperty("value", statement.value());
      json.writeStringProperty("dataset", statement.source());
      json.writeStringProperty("first_seen", statement.since().toString());
      json.writeStringProperty("kind", statement.kind().code());
      json.writeStringProperty("grading", statement.grading().code());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
