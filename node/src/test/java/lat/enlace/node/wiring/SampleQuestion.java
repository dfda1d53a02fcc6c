// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// A question that CO may ask VE, as the API takes it.
final class SampleQuestion {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// Whom VE holds and CO asks for by {@link #disclosed}.
  static final String SUBJECT =
      """
      {"id":"ve-1","schema":"Person","properties":{"name":["Ana Lucía Ejemplo Prueba"],\
      "birthDate":["1980-02-03"],"nationality":["ve"],"idNumber":["V-12345678"]},\
      "case":"VE-2026-9","offence":"0601","category":"suspect-committed","stage":"charged"}
      """;

  private SampleQuestion() {}

  static Map<String, Object> about(String name, String caseReference) {
    return about(Map.of("name", List.of(name)), caseReference);
  }

  /// The same about somebody whose day of birth is known.
  static Map<String, Object> about(String name, String born, String caseReference) {
    return about(Map.of("name", List.of(name), "birthDate", List.of(born)), caseReference);
  }

  private static Map<String, Object> about(
      Map<String, List<String>> properties, String caseReference) {
    return Map.ofEntries(
        Map.entry("partners", List.of(NodePair.node("VE").value())),
        Map.entry("caseReference", caseReference),
        Map.entry("legalBasis", "Orden 12 de 2026 (inventada)"),
        Map.entry("offence", "0601"),
        Map.entry("purpose", "organised-crime"),
        Map.entry("elements", List.of("committed-in-several")),
        Map.entry("subject", Map.of("schema", "Person", "properties", properties)),
        Map.entry("category", "suspect-committed"),
        Map.entry("stage", "investigation"),
        Map.entry("grounds", List.of("evidence")),
        Map.entry("wanted", List.of("identity")),
        Map.entry("urgency", "U8H"),
        Map.entry("reason", "named by a seized ledger"));
  }

  /// Asks for the sample subject that VE holds, until VE discloses it; the item.
  static String disclosed(NodePair pair) throws Exception {
    RestCaller analyst = new RestCaller(pair.url("CO"), "analyst", NodePair.PASSWORD);
    RestCaller duty = new RestCaller(pair.url("VE"), "duty-officer", NodePair.PASSWORD);
    Map<String, Object> form = about("Ana Lucia Egemplo Prueba", "1980-02-03", "CO-2026-1");
    String id = analyst.post("/questions", form).get(0).get("id").asString();
    String handle = await(analyst, id, "hit").get("candidates").get(0).get("handle").asString();
    analyst.post(
        "/questions/" + id + "/follow-up",
        Map.of("candidate", handle, "justification", "same birth date and surnames"));
    JsonNode desk = await(duty, "/desk/follow-ups", list -> !list.isEmpty());
    String followUp = desk.get(0).get("id").asString();
    duty.post("/desk/follow-ups/" + followUp + "/compare", Map.of());
    duty.post(
        "/desk/follow-ups/" + followUp + "/release",
        Map.of("handling", List.of("H1"), "action", "P1"));
    return await(analyst, id, "disclosed").get("item").get(0).asString();
  }

  /// Waits until the question is in `state`.
  static JsonNode await(RestCaller analyst, String id, String state) throws Exception {
    return await(analyst, "/questions/" + id, view -> view.get("state").asString().equals(state));
  }

  /// Waits until what is at `path` is as it should be.
  static JsonNode await(RestCaller caller, String path, Predicate<JsonNode> done) throws Exception {
    Instant until = Instant.now().plus(PATIENCE);
    JsonNode view = caller.get(path);
    while (!done.test(view)) {
      if (Instant.now().isAfter(until)) {
        throw new AssertionError(path + " stays " + view);
      }
      Thread.sleep(100);
      view = caller.get(path);
    }
    return view;
  }
}
