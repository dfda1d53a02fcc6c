// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Bodies that no sane program sends, made of a schema of the OpenAPI document and one good body:
/// by themselves, and with one absurd value in each place of the good one.
final class AbsurdBodies {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String HUGE = "\"@huge@\"";

  private final JsonNode contract;
  private final Map<String, String> bodies = new LinkedHashMap<>();

  private AbsurdBodies(JsonNode contract) {
    this.contract = contract;
  }

  /// By a name that says what is absurd.
  static Map<String, String> of(JsonNode contract, JsonNode schema, JsonNode good) {
    AbsurdBodies made = new AbsurdBodies(contract);
    made.whole();
    ObjectNode body = good.isObject() ? good.asObject() : JSON.createObjectNode();
    made.inside(schema, body, List.of());
    return made.bodies;
  }

  private void whole() {
    bodies.put("empty", "");
    bodies.put("blank", " ");
    bodies.put("null", "null");
    bodies.put("true", "true");
    bodies.put("number", "0");
    bodies.put("huge number", "1e999999999");
    bodies.put("text", "\"text\"");
    bodies.put("array", "[]");
    bodies.put("array of null", "[null]");
    bodies.put("object", "{}");
    bodies.put("deep arrays", "[".repeat(100_000));
    bodies.put("deep objects", "{\"a\":".repeat(100_000));
    bodies.put("cut short", "{\"reason\":");
    bodies.put("two", "{}{}");
    bodies.put("not JSON", "reason=none&id=1");
    bodies.put("NUL", "\u0000");
    bodies.put("unknown field", "{\"unknown\":{\"of\":[null]}}");
    bodies.put("long digits", "{\"reason\":" + "9".repeat(5_000) + "}");
  }

  private void inside(JsonNode schema, ObjectNode good, List<String> path) {
    JsonNode resolved = resolve(schema);
    resolved
        .path("properties")
        .properties()
        .forEach(each -> {
          List<String> place = new ArrayList<>(path);
          place.add(each.getKey());
          absurd(good, place, each.getValue());
          if (resolve(each.getValue()).has("properties")) {
            inside(each.getValue(), good, place);
          }
        });
  }

  private void absurd(ObjectNode good, List<String> place, JsonNode schema) {
    put(good, place, "null", JSON.nullNode());
    put(good, place, "true", JSON.getNodeFactory().booleanNode(true));
    put(good, place, "number", JSON.getNodeFactory().numberNode(-1));
    put(good, place, "huge number", JSON.getNodeFactory().stringNode("@huge@"));
    put(good, place, "no text", JSON.getNodeFactory().stringNode(""));
    put(good, place, "blank", JSON.getNodeFactory().stringNode(" \t\n"));
    put(good, place, "NUL", JSON.getNodeFactory().stringNode("a\u0000b"));
    put(good, place, "half a character", JSON.getNodeFactory().stringNode("a\ud800"));
    put(good, place, "long", JSON.getNodeFactory().stringNode("x".repeat(60_000)));
    put(good, place, "array", JSON.createArrayNode());
    put(good, place, "array of null", JSON.createArrayNode().addNull());
    put(good, place, "array of arrays", JSON.createArrayNode().add(JSON.createArrayNode()));
    put(good, place, "array of objects", JSON.createArrayNode().add(JSON.createObjectNode()));
    put(good, place, "array of many", many());
    put(good, place, "object", JSON.createObjectNode());
    put(good, place, "object of null", JSON.createObjectNode().putNull("name"));
    if (resolve(schema).has("additionalProperties")) {
      ArrayNode ofNull = JSON.createArrayNode().addNull();
      put(good, place, "list of null", JSON.createObjectNode().set("name", ofNull));
      put(good, place, "text for list", JSON.createObjectNode().put("name", "text"));
      put(good, place, "no name", JSON.createObjectNode().set("", JSON.createArrayNode().add("x")));
      put(good, place, "many values", JSON.createObjectNode().set("name", many()));
    }
  }

  private static ArrayNode many() {
    ArrayNode many = JSON.createArrayNode();
    for (int i = 0; i < 5_000; i++) {
      many.add("x" + i);
    }
    return many;
  }

  private void put(ObjectNode good, List<String> place, String what, JsonNode value) {
    ObjectNode copy = good.deepCopy();
    ObjectNode at = copy;
    for (String step : place.subList(0, place.size() - 1)) {
      JsonNode next = at.get(step);
      if (next == null || !next.isObject()) {
        next = JSON.createObjectNode();
        at.set(step, next);
      }
      at = next.asObject();
    }
    at.set(place.getLast(), value);
    String text = JSON.writeValueAsString(copy).replace(HUGE, "1e999999999");
    bodies.put(what + " at " + String.join(".", place), text);
  }

  private JsonNode resolve(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : contract.at(reference.substring(1));
  }
}
