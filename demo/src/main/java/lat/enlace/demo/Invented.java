// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lat.enlace.model.EntityId;
import lat.enlace.model.Grading;
import lat.enlace.model.StatementKind;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;

/// The invented people of the demonstration, as the REST API takes them. No such person exists.
final class Invented {
  /// A suspect of a Venezuelan case; only that node knows him.
  static final Map<String, Object> SUSPECT_AS_ASKED =
      person("Quimera Ficticio, Ramiro Ejenplo", "1979-04-12", "ve");

  /// A defender of rights on Venezuela's sealed list, against whom someone opened a case.
  static final Map<String, Object> PROTECTED_AS_ASKED =
      person("Julia Inventada Defensora", "1985-09-30", "ve");

  /// Someone no node has ever heard of.
  static final Map<String, Object> UNKNOWN_AS_ASKED =
      person("Teodulfo Inexistente Ningures", "1966-01-02", "ve");

  /// A missing person whose family asks.
  static final Map<String, Object> MISSING =
      person("Lucero Extraviada Ejemplo", "2001-11-20", "co");

  private Invented() {}

  /// The missing person as the core takes it.
  static Entity missing() {
    return new Entity(
        new EntityId("missing-1"),
        Schema.PERSON,
        List.of(
            new Statement(
                Property.NAME,
                "Lucero Extraviada Ejemplo",
                StatementKind.FACT,
                Grading.UNASSESSED,
                "family",
                Instant.EPOCH)));
  }

  private static Map<String, Object> person(String name, String birthDate, String country) {
    return Map.of(
        "schema",
        "Person",
        "properties",
        Map.of(
            "name",
            List.of(name),
            "birthDate",
            List.of(birthDate),
            "nationality",
            List.of(country)));
  }

  /// A lawful question about {@code subject}: a case, an offence both sides punish, a ground.
  static Map<String, Object> question(List<String> partners, Map<String, Object> subject) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("partners", partners);
    form.put("caseReference", "2026-CO-1180");
    form.put("legalBasis", "CO CPP 200, orden del fiscal 14");
    form.put("offence", "0601");
    form.put("purpose", "organised-crime");
    form.put("elements", List.of("group-active-elsewhere"));
    form.put("subject", subject);
    form.put("category", "suspect-committed");
    form.put("stage", "investigation");
    form.put("grounds", List.of("evidence"));
    form.put("wanted", List.of("identity", "alias"));
    form.put("urgency", "N7D");
    form.put("reason", "mencionado en interceptación ordenada por juez");
    return form;
  }
}
