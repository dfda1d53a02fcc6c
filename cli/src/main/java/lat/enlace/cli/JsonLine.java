// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.PrintWriter;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One JSON object on one line of standard output.
final class JsonLine {
  private JsonLine() {}

  /// An object to fill field by field.
  static ObjectNode object() {
    return JsonMapper.shared().createObjectNode();
  }

  static void print(PrintWriter out, JsonNode node) {
    out.println(JsonMapper.shared().writeValueAsString(node));
    out.flush();
  }

  static void print(PrintWriter out, Map<String, ?> fields) {
    ObjectMapper json = JsonMapper.builder().build();
    out.println(json.writeValueAsString(fields));
    out.flush();
  }
}
