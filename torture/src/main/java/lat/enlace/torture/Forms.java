// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lat.enlace.demo.DemoState;

/// What officers fill in, as the API takes it.
final class Forms {
  private static final String BASIS = "Orden inventada 14 de 2026";

  private Forms() {}

  /// A lawful question, unless its ground is a forbidden one.
  static Map<String, Object> question(
      DemoState partner, String caseReference, People.Person subject, String ground) {
    Map<String, Object> form = matter(caseReference, ground);
    form.put("partners", List.of(partner.node().value()));
    form.put("subject", subject.entity());
    form.put("wanted", List.of("identity", "alias"));
    form.put("urgency", "N7D");
    return form;
  }

  static Map<String, Object> request(Map<String, Object> question) {
    Map<String, Object> ask = new LinkedHashMap<>(question);
    ask.put("wanted", List.of("identity"));
    return Map.of("ask", ask, "type", "identity");
  }

  static Map<String, Object> information(
      DemoState partner, String caseReference, People.Person subject) {
    Map<String, Object> form = matter(caseReference, "evidence");
    form.put("partner", partner.node().value());
    form.put("given", given(subject));
    form.put("handling", List.of("H1", "H2"));
    form.put("action", "P1");
    return form;
  }

  static Map<String, Object> inquiry(DemoState partner, String reference, People.Person person) {
    return Map.of(
        "partner",
        partner.node().value(),
        "caseReference",
        reference,
        "legalBasis",
        "solicitud inventada de la familia",
        "person",
        person.entity(),
        "askedBy",
        "family");
  }

  static Map<String, Object> reply(People.Person person, boolean gives) {
    return gives
        ? Map.of(
            "last", true, "given", given(person), "handling", List.of("H1", "H2"), "action", "P1")
        : Map.of(
            "last",
            true,
            "refused",
            List.of(Map.of("code", "R2", "of", List.of(), "explanation", "")));
  }

  private static Map<String, Object> given(People.Person person) {
    return Map.of(
        "schema",
        "Person",
        "statements",
        List.of(
            Map.of(
                "property", "name",
                "value", person.name(),
                "kind", "fact",
                "grading", "B2",
                "source", "Registro inventado")));
  }

  private static Map<String, Object> matter(String caseReference, String ground) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("caseReference", caseReference);
    form.put("legalBasis", BASIS);
    form.put("offence", "0601");
    form.put("purpose", "organised-crime");
    form.put("elements", List.of("group-active-elsewhere"));
    form.put("category", "suspect-committed");
    form.put("stage", "investigation");
    form.put("grounds", List.of(ground));
    form.put("reason", "mencionado en un informe inventado");
    return form;
  }
}
