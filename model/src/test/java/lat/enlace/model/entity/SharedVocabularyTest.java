// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lat.enlace.model.Coded;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// FollowTheMoney's own model, read beside the repository: an entity of each of its schemas with
/// each of its properties must load unchanged.
class SharedVocabularyTest {
  private static final Path MODEL =
      Path.of(System.getProperty("enlace.root"), "..", "shared", "data", "model", "followthemoney")
          .resolve("js/src/defaultModel.json")
          .normalize();

  @Test
  void read_loadsAnEntityOfEverySchemaWithEveryProperty() throws Exception {
    Assumptions.assumeTrue(
        Files.isRegularFile(MODEL), "left out: ../shared/data/model is not beside the repository");
    JsonNode schemata = new JsonMapper().readTree(Files.readString(MODEL)).get("schemata");
    EntityReader reader = new EntityReader(Provenance.claim("model", Instant.EPOCH));
    Set<String> known = new TreeSet<>();
    for (Map.Entry<String, JsonNode> schema : schemata.properties()) {
      Set<String> names = properties(schemata, schema.getKey());
      switch (reader.read(line(schema.getKey(), names))) {
        case EntityLine.Foreign foreign -> assertThat(foreign.schema()).isEqualTo(schema.getKey());
        case EntityLine.Known(Entity entity) -> {
          known.add(entity.schema().code());
          assertThat(entity.statements().stream().map(s -> s.property().name()))
              .containsExactlyInAnyOrderElementsOf(names);
          assertThat(reader.read(new EntityWriter(EntityWriter.Form.STATEMENTS).line(entity)))
              .isEqualTo(new EntityLine.Known(entity));
        }
      }
    }
    Set<String> ours = new TreeSet<>(Set.of("Firearm", "Phone"));
    for (Schema schema : Schema.values()) {
      assertThat(known.contains(schema.code())).isEqualTo(!ours.contains(schema.code()));
      assertThat(Coded.find(Schema.class, schema.code())).contains(schema);
    }
  }

  private static Set<String> properties(JsonNode schemata, String schema) {
    Map<String, JsonNode> all = new TreeMap<>();
    collect(schemata, schema, all);
    return all.keySet();
  }

  private static void collect(JsonNode schemata, String schema, Map<String, JsonNode> all) {
    JsonNode node = schemata.get(schema);
    node.get("properties").properties().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
    if (node.has("extends")) {
      node.get("extends").forEach(parent -> collect(schemata, parent.asString(), all));
    }
  }

  private static String line(String schema, Set<String> names) {
    StringBuilder line =
        new StringBuilder("{\"id\":\"x\",\"schema\":\"" + schema + "\",\"properties\":{");
    String separator = "";
    for (String name : names) {
      line.append(separator)
          .append('"')
          .append(name)
          .append("\":[\"value of ")
          .append(name)
          .append("\"]");
      separator = ",";
    }
    return line.append("}}").toString();
  }
}
