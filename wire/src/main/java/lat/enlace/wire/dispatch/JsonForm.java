// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.wire.WireException;
import lat.enlace.wire.WireException.Code;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// JSON text to a tree and back. Strict (RFC 8259 without its liberties): UTF-8 without a byte
/// order mark, no field twice, nothing after the value, no null, whole numbers only, well-formed
/// Unicode, eight levels.
///
/// The parser's own exceptions stay here: they quote the input.
final class JsonForm {
  private static final int MAX_DEPTH = 8;
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonForm() {}

  static Json.Obj read(Bytes bytes) throws WireException {
    // The text is decoded here because the parser would also take UTF-16 and byte order marks.
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes.text())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new WireException(Code.NOT_JSON);
      }
      Json.Obj root = object(parser, 1);
      if (parser.nextToken() != null) {
        throw new WireException(Code.NOT_JSON);
      }
      return root;
    } catch (StreamConstraintsException e) {
      throw new WireException(Code.TOO_COMPLEX);
    } catch (JacksonException | MalformedBytesException e) {
      throw new WireException(Code.NOT_JSON);
    }
  }

  private static Json.Obj object(JsonParser parser, int depth) throws WireException {
    Map<String, Json> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = wellFormed(parser.currentName());
      parser.nextToken();
      if (fields.putIfAbsent(name, value(parser, depth)) != null) {
        throw new WireException(Code.DUPLICATE_FIELD);
      }
    }
    return new Json.Obj(fields);
  }

  private static Json.Arr array(JsonParser parser, int depth) throws WireException {
    List<Json> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser, depth));
    }
    return new Json.Arr(items);
  }

  private static Json value(JsonParser parser, int depth) throws WireException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new WireException(Code.NOT_JSON);
    }
    if (token.isStructStart() && depth == MAX_DEPTH) {
      throw new WireException(Code.TOO_COMPLEX);
    }
    return switch (token) {
      case START_OBJECT -> object(parser, depth + 1);
      case START_ARRAY -> array(parser, depth + 1);
      case VALUE_STRING -> new Json.Text(wellFormed(parser.getString()));
      case VALUE_NUMBER_INT -> whole(parser);
      case VALUE_TRUE -> new Json.Bool(true);
      case VALUE_FALSE -> new Json.Bool(false);
      case VALUE_NULL, VALUE_NUMBER_FLOAT -> throw new WireException(Code.VALUE_INVALID);
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new WireException(Code.NOT_JSON);
    };
  }

  private static Json whole(JsonParser parser) throws WireException {
    if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw new WireException(Code.VALUE_INVALID);
    }
    return new Json.Whole(parser.getLongValue());
  }

  /// Half a surrogate pair can be written as an escape, but it is no text and has no UTF-8 form.
  private static String wellFormed(String text) throws WireException {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      boolean paired =
          Character.isHighSurrogate(unit)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (paired) {
        i++;
      } else if (Character.isSurrogate(unit)) {
        throw new WireException(Code.VALUE_INVALID);
      }
    }
    return text;
  }

  static Bytes write(Json.Obj root) throws WireException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      write(generator, root);
    }
    return Bytes.copyOf(out.toByteArray());
  }

  private static void write(JsonGenerator generator, Json value) throws WireException {
    switch (value) {
      case Json.Obj(Map<String, Json> fields) -> {
        generator.writeStartObject();
        for (Map.Entry<String, Json> field : fields.entrySet()) {
          generator.writeName(field.getKey());
          write(generator, field.getValue());
        }
        generator.writeEndObject();
      }
      case Json.Arr(List<Json> items) -> {
        generator.writeStartArray();
        for (Json item : items) {
          write(generator, item);
        }
        generator.writeEndArray();
      }
      case Json.Text(String text) -> generator.writeString(wellFormed(text));
      case Json.Whole(long number) -> generator.writeNumber(number);
      case Json.Bool(boolean flag) -> generator.writeBoolean(flag);
    }
  }
}
