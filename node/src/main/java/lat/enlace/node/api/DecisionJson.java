// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.util.List;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.instrument.decision.DecisionWords;
import lat.enlace.instrument.decision.Needs;
import lat.enlace.instrument.decision.Reason;
import lat.enlace.model.ClauseId;

/// A decision as its asker may read it, in his language.
///
/// @param outcome {@code permit}, {@code escalate} or {@code refuse}
/// @param clauses what a permit rests on
/// @param obligations what a permit demands, a sentence each
/// @param authorities roles that must authorise
/// @param reasons why it is refused or escalated
record DecisionJson(
    String outcome,
    List<String> clauses,
    List<String> obligations,
    List<String> authorities,
    List<Because> reasons) {
  /// One reason.
  ///
  /// @param source {@code gate}, {@code clause} or {@code default}: what said so
  /// @param code of the gate or the clause
  /// @param audience who may read it
  /// @param message what it means
  /// @param needs what the clause asks for, a sentence each
  /// @param remedy what would change it
  record Because(
      String source,
      String code,
      String audience,
      String message,
      List<String> needs,
      String remedy) {}

  /// A decision under {@code instruments}, of which the clauses cited are one.
  static DecisionJson of(Decision decision, List<Instrument> instruments, DecisionWords words) {
    return switch (decision) {
      case Decision.Permit permit ->
          new DecisionJson(
              "permit",
              permit.clauses().stream().map(ClauseId::value).toList(),
              permit.obligations().stream().map(words::duty).toList(),
              List.of(),
              List.of());
      case Decision.Escalate escalate ->
          new DecisionJson(
              "escalate",
              List.of(),
              List.of(),
              escalate.authorities().stream().map(role -> role.code()).sorted().toList(),
              because(escalate.reasons(), instruments, words));
      case Decision.Refuse refuse ->
          new DecisionJson(
              "refuse",
              List.of(),
              List.of(),
              List.of(),
              because(refuse.forAsker(), instruments, words));
    };
  }

  private static List<Because> because(
      List<Reason> reasons, List<Instrument> instruments, DecisionWords words) {
    return reasons.stream()
        .map(reason ->
            new Because(
                source(reason),
                reason.code(),
                reason.audience().code(),
                words.message(reason),
                instruments.stream()
                    .flatMap(instrument -> Needs.of(reason, instrument).stream())
                    .map(words::need)
                    .toList(),
                words.remedy(reason)))
        .toList();
  }

  private static String source(Reason reason) {
    return switch (reason) {
      case Reason.OfGate gate -> "gate";
      case Reason.OfClause clause -> "clause";
      case Reason.OfDefault() -> "default";
    };
  }
}
