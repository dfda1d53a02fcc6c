// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.entity;

import static lat.enlace.model.entity.EntityFormatException.Code.BAD_PROPERTIES;
import static lat.enlace.model.entity.EntityFormatException.Code.BAD_STATEMENT;
import static lat.enlace.model.entity.EntityFormatException.Code.DUPLICATE_KEY;
import static lat.enlace.model.entity.EntityFormatException.Code.MALFORMED_JSON;
import static lat.enlace.model.entity.EntityFormatException.Code.TOO_MANY_STATEMENTS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Walks the tokens of one line. Keys it does not know are passed over, whatever they hold.
final class EntityParser {
  private final JsonParser tokens;
  private final EntityDraft draft = new EntityDraft();

  EntityParser(JsonParser tokens) {
    this.tokens = tokens;
  }

  EntityDraft parse() throws EntityFormatException {
    if (tokens.nextToken() != JsonToken.START_OBJECT) {
      throw new EntityFormatException(MALFORMED_JSON);
    }
    Set<String> seen = new HashSet<>();
    while (tokens.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = unrepeated(seen);
      tokens.nextToken();
      member(key);
    }
    if (tokens.nextToken() != null) {
      throw new EntityFormatException(MALFORMED_JSON);
    }
    return draft;
  }

  private void member(String key) throws EntityFormatException {
    switch (key) {
      case "id" -> draft.id = scalar();
      case "schema" -> draft.schema = scalar();
      case "properties" -> properties();
      case "statements" -> statements();
      case "datasets", "dataset" -> draft.datasets.addAll(texts());
      case "first_seen" -> draft.firstSeen = scalar();
      default -> beside(key);
    }
  }

  private void properties() throws EntityFormatException {
    if (tokens.currentToken() != JsonToken.START_OBJECT) {
      throw new EntityFormatException(BAD_PROPERTIES);
    }
    draft.hasProperties = true;
    Set<String> seen = new HashSet<>();
    while (tokens.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = unrepeated(seen);
      tokens.nextToken();
      for (String value : texts()) {
        draft.add(name, value);
      }
    }
  }

  private void statements() throws EntityFormatException {
    if (tokens.currentToken() != JsonToken.START_ARRAY) {
      throw new EntityFormatException(BAD_STATEMENT);
    }
    draft.hasStatements = true;
    while (tokens.nextToken() != JsonToken.END_ARRAY) {
      draft.statements.add(statement());
      if (draft.statements.size() > Entity.MAX_STATEMENTS) {
        throw new EntityFormatException(TOO_MANY_STATEMENTS);
      }
    }
  }

  private Map<String, String> statement() throws EntityFormatException {
    if (tokens.currentToken() != JsonToken.START_OBJECT) {
      throw new EntityFormatException(BAD_STATEMENT);
    }
    Map<String, String> parts = new HashMap<>();
    Set<String> seen = new HashSet<>();
    while (tokens.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = unrepeated(seen);
      tokens.nextToken();
      String part = optionalScalar();
      if (part != null) {
        parts.put(key, part);
      }
    }
    return parts;
  }

  /// Values beside {@code id}: only a question has them, and only texts count.
  private void beside(String key) throws EntityFormatException {
    switch (tokens.currentToken()) {
      case VALUE_STRING -> draft.beside.put(key, List.of(tokens.getString()));
      case START_ARRAY -> draft.beside.put(key, besideList());
      default -> tokens.skipChildren();
    }
  }

  private List<String> besideList() {
    List<String> values = new ArrayList<>();
    while (tokens.nextToken() != JsonToken.END_ARRAY) {
      if (tokens.currentToken() == JsonToken.VALUE_STRING) {
        values.add(tokens.getString());
      } else {
        tokens.skipChildren();
      }
    }
    return values;
  }

  private List<String> texts() throws EntityFormatException {
    List<String> values = new ArrayList<>();
    if (tokens.currentToken() != JsonToken.START_ARRAY) {
      addTo(values);
      return values;
    }
    while (tokens.nextToken() != JsonToken.END_ARRAY) {
      addTo(values);
    }
    return values;
  }

  private void addTo(List<String> values) throws EntityFormatException {
    String value = optionalScalar();
    if (value != null && !value.isEmpty()) {
      values.add(value);
    }
    if (values.size() > Entity.MAX_STATEMENTS) {
      throw new EntityFormatException(TOO_MANY_STATEMENTS);
    }
  }

  private String scalar() throws EntityFormatException {
    String value = optionalScalar();
    return value == null ? "" : value;
  }

  /// Numbers and truth values count as the text they are written with.
  private @Nullable String optionalScalar() throws EntityFormatException {
    return switch (tokens.currentToken()) {
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          EntityDraft.wellFormed(tokens.getString());
      case VALUE_NULL -> null;
      default -> throw new EntityFormatException(BAD_PROPERTIES);
    };
  }

  private String unrepeated(Set<String> seen) throws EntityFormatException {
    String key = tokens.currentName();
    if (!seen.add(key)) {
      throw new EntityFormatException(DUPLICATE_KEY);
    }
    return key;
  }
}
