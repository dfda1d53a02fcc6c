// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lat.enlace.bytes.Bytes;
import lat.enlace.instrument.decision.ConcealedFact;
import lat.enlace.model.Role;
import lat.enlace.node.ops.HoldingFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What a running node tells of its sealed list and its lists of claims, and to whom.
class SealedListApiTest {
  private static final Map<String, Object> LOOK =
      Map.of(
          "subject",
          Map.of("schema", "Person", "properties", Map.of("name", List.of("Ana Ejemplo Prueba"))),
          "reason",
          "ya no corre peligro");

  @TempDir private Path folder;

  @Test
  void sealedAndListed_areToldToWhomTheyConcernAndCanBeTakenOff() throws Exception {
    NodePair pair = new NodePair(folder).make();
    load(pair);
    try (RunningNode node = pair.start("CO")) {
      assertThat(node).isNotNull();
      RestCaller analyst = new RestCaller(pair.url("CO"), "analyst", NodePair.PASSWORD);
      RestCaller rights = new RestCaller(pair.url("CO"), "rights-officer", NodePair.PASSWORD);

      JsonNode told = analyst.get("/holdings");
      assertThat(told.get("claims").asInt()).isEqualTo(1);
      assertThat(told.path("protectedPersons").isNumber()).isFalse();
      assertThat(told.path("refugees").isNumber()).isFalse();
      assertThat(rights.get("/holdings").get("protectedPersons").asInt()).isEqualTo(2);

      assertThat(analyst.status("POST", "/api/v1/holdings/sealed/search", RestCaller.json(LOOK)))
          .isEqualTo(403);
      JsonNode found = rights.post("/holdings/sealed/search", LOOK);
      assertThat(found).hasSize(1);
      assertThat(found.get(0).get("person").get("id").asString()).isEqualTo("1");
      String id = found.get(0).get("id").asString();
      rights.post("/holdings/sealed/" + id + "/withdraw", Map.of("reason", "ya no corre peligro"));
      assertThat(rights.get("/holdings").get("protectedPersons").asInt()).isEqualTo(1);

      assertThat(analyst.get("/holdings/claims").get(0).get("name").asString())
          .isEqualTo("lista inventada");
      analyst.post(
          "/holdings/claims/withdrawal", Map.of("list", "lista inventada", "reason", "retirada"));
      assertThat(analyst.get("/holdings/claims")).isEmpty();
    }
  }

  /// Two files that both count from 1, and a list.
  private static void load(NodePair pair) throws Exception {
    try (OpenNode node = pair.open("CO")) {
      HoldingFiles files = new HoldingFiles(node.core(), OpenNode.systemClock());
      var rights = NodePair.officer("CO", "rights-officer", Role.RIGHTS_OFFICER);
      for (String person : List.of("Ana Ejemplo Prueba", "Zulema Ficticia Nadie")) {
        files.sealed(rights, ConcealedFact.PROTECTED_PERSON, csv(person));
      }
      var duty = NodePair.officer("CO", "duty", Role.DUTY_OFFICER);
      files.claims(duty, "lista inventada", csv("Luis Inventado Modelo"));
    }
  }

  private static Bytes csv(String name) {
    return Bytes.utf8("id,schema,name\n1,Person," + name + "\n");
  }
}
