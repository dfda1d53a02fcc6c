// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.decide;

import java.time.Instant;
import java.util.List;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.instrument.decision.Reason;
import lat.enlace.instrument.decision.Side;
import lat.enlace.model.NodeId;

/// A decision in codes, as committed to and kept. The open outcome is what everyone but the rights
/// officer may see of it.
public record DecisionRow(
    Instant at,
    Side side,
    String kind,
    NodeId partner,
    String instrument,
    String outcome,
    List<String> reasons,
    String openOutcome,
    List<String> openReasons) {
  /// Copies.
  public DecisionRow {
    reasons = List.copyOf(reasons);
    openReasons = List.copyOf(openReasons);
  }

  static DecisionRow of(Instant at, Matter matter, String instrument, Verdict ruling) {
    return new DecisionRow(
        at,
        matter.question().route().side(),
        matter.question().route().kind().code(),
        matter.partner(),
        instrument,
        outcome(ruling.full()),
        codes(ruling.full()),
        outcome(ruling.open()),
        codes(ruling.open()));
  }

  /// A refusal before there was anything to decide: a batch or dispatch that cannot be trusted.
  public static DecisionRow refusedInput(Instant at, NodeId partner, String kind, String code) {
    return new DecisionRow(
        at, Side.RECEIVING, kind, partner, "", "refuse", List.of(code), "refuse", List.of(code));
  }

  private static String outcome(Decision decision) {
    return switch (decision) {
      case Decision.Permit _ -> "permit";
      case Decision.Escalate _ -> "escalate";
      case Decision.Refuse _ -> "refuse";
    };
  }

  static List<String> codes(Decision decision) {
    return switch (decision) {
      case Decision.Permit permit ->
          permit.clauses().stream().map(clause -> clause.value()).toList();
      case Decision.Escalate escalate -> escalate.reasons().stream().map(Reason::code).toList();
      case Decision.Refuse refuse -> refuse.reasons().stream().map(Reason::code).toList();
    };
  }
}
