// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.util.List;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.instrument.decision.Reason;
import lat.enlace.model.ClauseId;

/// A decision as its asker may read it.
///
/// @param outcome {@code permit}, {@code escalate} or {@code refuse}
/// @param reasons codes of gates and clauses
/// @param messages keys of what each reason means
record DecisionJson(
    String outcome,
    List<String> clauses,
    List<String> authorities,
    List<String> reasons,
    List<String> messages) {
  static DecisionJson of(Decision decision) {
    return switch (decision) {
      case Decision.Permit permit ->
          new DecisionJson(
              "permit",
              permit.clauses().stream().map(ClauseId::value).toList(),
              List.of(),
              List.of(),
              List.of());
      case Decision.Escalate escalate ->
          new DecisionJson(
              "escalate",
              List.of(),
              escalate.authorities().stream().map(role -> role.code()).sorted().toList(),
              codes(escalate.reasons()),
              messages(escalate.reasons()));
      case Decision.Refuse refuse ->
          new DecisionJson(
              "refuse",
              List.of(),
              List.of(),
              codes(refuse.forAsker()),
              messages(refuse.forAsker()));
    };
  }

  private static List<String> codes(List<Reason> reasons) {
    return reasons.stream().map(Reason::code).toList();
  }

  private static List<String> messages(List<Reason> reasons) {
    return reasons.stream().map(Reason::messageKey).toList();
  }
}
