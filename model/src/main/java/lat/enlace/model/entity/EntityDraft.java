// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.entity;

import static lat.enlace.model.entity.EntityFormatException.Code.BAD_ID;
import static lat.enlace.model.entity.EntityFormatException.Code.BAD_PROPERTIES;
import static lat.enlace.model.entity.EntityFormatException.Code.BAD_PROPERTY;
import static lat.enlace.model.entity.EntityFormatException.Code.BAD_STATEMENT;
import static lat.enlace.model.entity.EntityFormatException.Code.BAD_TEXT;
import static lat.enlace.model.entity.EntityFormatException.Code.BAD_TIME;
import static lat.enlace.model.entity.EntityFormatException.Code.CONTRADICTION;
import static lat.enlace.model.entity.EntityFormatException.Code.MISSING_ID;
import static lat.enlace.model.entity.EntityFormatException.Code.MISSING_SCHEMA;
import static lat.enlace.model.entity.EntityFormatException.Code.TOO_MANY_STATEMENTS;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lat.enlace.model.Coded;
import lat.enlace.model.EntityId;
import lat.enlace.model.Grading;
import lat.enlace.model.InformationGrade;
import lat.enlace.model.PersonalData;
import lat.enlace.model.SourceGrade;
import lat.enlace.model.StatementKind;
import org.jspecify.annotations.Nullable;

/// What a line holds before it is known to be an entity.
final class EntityDraft {
  @PersonalData
  private record Value(String property, String text) {
    @Override
    public String toString() {
      return "Value";
    }
  }

  private static final Set<String> RESERVED =
      Set.of("caption", "referents", "target", "last_seen", "last_change", "origin");

  String id = "";
  String schema = "";
  boolean hasProperties;
  boolean hasStatements;
  @Nullable String firstSeen;
  final List<String> datasets = new ArrayList<>();
  final List<Map<String, String>> statements = new ArrayList<>();
  final Map<String, List<String>> beside = new LinkedHashMap<>();
  private final List<Value> values = new ArrayList<>();

  void add(String property, String value) throws EntityFormatException {
    values.add(new Value(property, value));
    if (values.size() > Entity.MAX_STATEMENTS) {
      throw new EntityFormatException(TOO_MANY_STATEMENTS);
    }
  }

  EntityLine finish(String json, Provenance fallback) throws EntityFormatException {
    if (id.isEmpty()) {
      throw new EntityFormatException(MISSING_ID);
    }
    if (schema.isEmpty()) {
      throw new EntityFormatException(MISSING_SCHEMA);
    }
    if (!hasProperties && !hasStatements) {
      throw new EntityFormatException(BAD_PROPERTIES);
    }
    Optional<Schema> known = Coded.find(Schema.class, schema);
    if (known.isEmpty()) {
      return new EntityLine.Foreign(id, schema, json);
    }
    return new EntityLine.Known(new Entity(entityId(), known.get(), stated(fallback)));
  }

  EntityQuestion finishQuestion(Provenance fallback) throws EntityFormatException {
    if (id.isEmpty()) {
      throw new EntityFormatException(MISSING_ID);
    }
    if (id.length() > EntityQuestion.MAX_ID_LENGTH) {
      throw new EntityFormatException(BAD_ID);
    }
    for (Map.Entry<String, List<String>> entry : beside.entrySet()) {
      if (Property.isName(entry.getKey()) && !RESERVED.contains(entry.getKey())) {
        for (String value : entry.getValue()) {
          if (!value.isEmpty()) {
            add(entry.getKey(), wellFormed(value));
          }
        }
      }
    }
    Schema asked = Coded.find(Schema.class, schema).orElse(Schema.LEGAL_ENTITY);
    return new EntityQuestion(id, asked, stated(fallback));
  }

  private EntityId entityId() throws EntityFormatException {
    try {
      return new EntityId(id);
    } catch (IllegalArgumentException e) {
      throw new EntityFormatException(BAD_ID);
    }
  }

  private List<Statement> stated(Provenance fallback) throws EntityFormatException {
    Provenance provenance = provenance(fallback);
    List<Statement> stated = new ArrayList<>();
    if (hasStatements) {
      for (Map<String, String> parts : statements) {
        // FollowTheMoney lists the identifier among the statements; it is none here.
        if (!"id".equals(parts.get("prop"))) {
          stated.add(statement(parts, provenance));
        }
      }
      if (hasProperties) {
        agree(stated);
      }
      return stated;
    }
    for (Value value : values) {
      Property property = property(value.property());
      for (String piece : Values.pieces(value.text())) {
        stated.add(provenance.states(property, piece));
      }
    }
    if (stated.size() > Entity.MAX_STATEMENTS) {
      throw new EntityFormatException(TOO_MANY_STATEMENTS);
    }
    return stated;
  }

  private Provenance provenance(Provenance fallback) throws EntityFormatException {
    Provenance provenance = fallback;
    String source = String.join(", ", datasets);
    if (!source.isEmpty() && source.length() <= Statement.MAX_SOURCE_LENGTH) {
      provenance = provenance.withSource(source);
    }
    return firstSeen == null || firstSeen.isEmpty()
        ? provenance
        : provenance.withSince(time(firstSeen));
  }

  private static Statement statement(Map<String, String> parts, Provenance fallback)
      throws EntityFormatException {
    String value = required(parts, "value");
    String source = parts.getOrDefault("dataset", fallback.source());
    String since = parts.get("first_seen");
    String kind = parts.get("kind");
    String grading = parts.get("grading");
    if (value.length() > Statement.MAX_VALUE_LENGTH
        || source.isEmpty()
        || source.length() > Statement.MAX_SOURCE_LENGTH) {
      throw new EntityFormatException(BAD_STATEMENT);
    }
    return new Statement(
        property(required(parts, "prop")),
        value,
        kind == null ? fallback.kind() : kind(kind),
        grading == null ? fallback.grading() : grading(grading),
        source,
        since == null ? fallback.since() : time(since));
  }

  private static String required(Map<String, String> parts, String key)
      throws EntityFormatException {
    String part = parts.get(key);
    if (part == null || part.isEmpty()) {
      throw new EntityFormatException(BAD_STATEMENT);
    }
    return part;
  }

  private static StatementKind kind(String code) throws EntityFormatException {
    return Coded.find(StatementKind.class, code)
        .orElseThrow(() -> new EntityFormatException(BAD_STATEMENT));
  }

  private static Grading grading(String code) throws EntityFormatException {
    if (code.length() != 2) {
      throw new EntityFormatException(BAD_STATEMENT);
    }
    Optional<SourceGrade> source = Coded.find(SourceGrade.class, code.substring(0, 1));
    Optional<InformationGrade> information = Coded.find(InformationGrade.class, code.substring(1));
    if (source.isEmpty() || information.isEmpty()) {
      throw new EntityFormatException(BAD_STATEMENT);
    }
    return new Grading(source.get(), information.get());
  }

  /// The statements must tell what the properties tell, or a reader of either is misled.
  private void agree(List<Statement> stated) throws EntityFormatException {
    Set<Value> inProperties = new HashSet<>();
    for (Value value : values) {
      for (String piece : Values.pieces(value.text())) {
        inProperties.add(new Value(value.property(), piece));
      }
    }
    Set<Value> inStatements = new HashSet<>();
    for (Statement statement : stated) {
      inStatements.add(new Value(statement.property().name(), statement.value()));
    }
    if (!inProperties.equals(inStatements)) {
      throw new EntityFormatException(CONTRADICTION);
    }
  }

  private static Property property(String name) throws EntityFormatException {
    if (!Property.isName(name)) {
      throw new EntityFormatException(BAD_PROPERTY);
    }
    return new Property(name);
  }

  /// FollowTheMoney files write times with or without a zone, or a bare day; without one, UTC.
  private static Instant time(String text) throws EntityFormatException {
    try {
      if (text.length() == "2026-11-21".length()) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      return text.endsWith("Z")
          ? Instant.parse(text)
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new EntityFormatException(BAD_TIME);
    }
  }

  static String wellFormed(String text) throws EntityFormatException {
    if (!Values.isWellFormed(text)) {
      throw new EntityFormatException(BAD_TEXT);
    }
    return text;
  }
}
