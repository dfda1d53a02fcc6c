// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.ask;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lat.enlace.model.PersonalData;

/// A question as typed so far, kept in the session until it is sent.
///
/// @param fields what was typed, by the names of the form's fields
/// @param lacking message keys by field, for what has to be mended first
@PersonalData
public record AskDraft(
    SubjectKind kind, Map<String, List<String>> fields, Map<String, String> lacking) {
  /// Copies.
  public AskDraft {
    Map<String, List<String>> copy = new HashMap<>();
    fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    fields = Map.copyOf(copy);
    lacking = Map.copyOf(lacking);
  }

  /// An empty form, with what is mostly wanted ticked.
  static AskDraft blank(SubjectKind kind) {
    return new AskDraft(
        kind,
        Map.of(
            "wanted", kind.wanted().stream().map(category -> category.code()).toList(),
            "category", List.of(kind.person() ? "suspect-committed" : "not-a-person"),
            "stage", List.of("investigation"),
            "purpose", List.of("organised-crime"),
            "urgency", List.of("N7D"),
            "kindOfClaim", List.of("fact"),
            "sourceGrade", List.of("X"),
            "informationGrade", List.of("4")),
        Map.of());
  }

  /// The first value of a field, without blanks around it; empty if there is none.
  public String one(String field) {
    return fields.getOrDefault(field, List.of()).stream().findFirst().orElse("").strip();
  }

  /// True if {@code value} was ticked or chosen.
  public boolean has(String field, String value) {
    return fields.getOrDefault(field, List.of()).contains(value);
  }

  /// What was ticked.
  List<String> all(String field) {
    return fields.getOrDefault(field, List.of());
  }

  AskDraft with(Map<String, String> missing) {
    return new AskDraft(kind, fields, missing);
  }

  @Override
  public String toString() {
    return "AskDraft[" + kind + "]";
  }
}
