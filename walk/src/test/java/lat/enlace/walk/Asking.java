// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.walk;

/// Fills in the form of a question as an analyst of Colombia does.
final class Asking {
  private final Visitor analyst;

  Asking(Visitor analyst) {
    this.analyst = analyst;
  }

  /// A question about the invented suspect whom only Venezuela knows, ready for its preview.
  Asking person(String caseReference, String ground) {
    analyst.go("ask");
    analyst.fill("p.name", "Quimera Ficticio, Ramiro Ejenplo");
    analyst.fill("p.birthDate", "1979-04-12");
    analyst.choose("p.nationality", "ve");
    rest(caseReference, ground);
    return this;
  }

  /// A question about the vehicle of the same case.
  Asking vehicle(String caseReference) {
    analyst.go("ask?kind=vehicle");
    analyst.fill("p.licensePlate", "AB123CD");
    analyst.choose("p.country", "ve");
    rest(caseReference, "evidence");
    return this;
  }

  Asking partner(String code) {
    analyst.tick("partners", code + ".example/enlace");
    return this;
  }

  Asking wanted(String category) {
    analyst.tick("wanted", category);
    return this;
  }

  /// Goes on to what the agreement says.
  void preview() {
    analyst.press("#preview");
  }

  /// Sends it; the page after is the question's.
  String send() {
    preview();
    analyst.press("#send");
    return analyst.page().url();
  }

  private void rest(String caseReference, String ground) {
    analyst.fill("case", caseReference);
    analyst.fill("basis", "CO CPP 200, orden inventada del fiscal 14");
    analyst.choose("offence", "0601");
    analyst.choose("purpose", "organised-crime");
    boolean vehicle = analyst.page().url().contains("vehicle");
    analyst.choose("category", vehicle ? "not-a-person" : "suspect-committed");
    analyst.choose("stage", "investigation");
    analyst.tick("elements", "group-active-elsewhere");
    analyst.tick("grounds", ground);
    analyst.fill("reason", "mencionado en interceptación inventada");
  }
}
