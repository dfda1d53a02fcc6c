// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.decide;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.instrument.decision.Facts;
import lat.enlace.instrument.decision.Question;
import lat.enlace.model.DispatchId;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.NodeId;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.Urgency;
import lat.enlace.model.dispatch.Asks;
import lat.enlace.model.dispatch.Basis;

/// What is to be decided about one partner, with what this node knows beside it.
///
/// @param about the dispatches it concerns
public record Matter(
    NodeId partner,
    Question question,
    Facts facts,
    boolean quotaLeft,
    Set<AuthorityRole> approvals,
    List<DispatchId> about) {
  /// Copies.
  public Matter {
    approvals = Set.copyOf(approvals);
    about = List.copyOf(about);
  }

  /// About nobody: governance, recalls, readings.
  public static Matter plain(NodeId partner, Question question, List<DispatchId> about) {
    return new Matter(partner, question, Facts.NONE, true, Set.of(), about);
  }

  /// With what this node knows of the subject.
  public static Matter of(NodeId partner, Question question, Facts facts, List<DispatchId> about) {
    return new Matter(partner, question, facts, true, Set.of(), about);
  }

  /// The same about these dispatches.
  public Matter about(List<DispatchId> ids) {
    return new Matter(partner, question, facts, quotaLeft, approvals, ids);
  }

  /// The same with approvals.
  public Matter approvedBy(Set<AuthorityRole> given) {
    EnumSet<AuthorityRole> all = EnumSet.noneOf(AuthorityRole.class);
    all.addAll(approvals);
    all.addAll(given);
    return new Matter(partner, question, facts, quotaLeft, all, about);
  }

  /// A question that carries no subject: governance, recalls, readings.
  public static Question channel(Question.Route route, Basis basis) {
    return new Question(
        route,
        cause(route.kind(), basis),
        new Question.Subject(SubjectCategory.NOT_A_PERSON, ProceduralStage.NONE, Set.of()),
        Set.of(),
        Urgency.N7D);
  }

  /// A question about the subject of {@code asked}.
  public static Question subject(Question.Route route, Basis basis, Asks asked, Urgency urgency) {
    return new Question(
        route,
        cause(route.kind(), basis),
        new Question.Subject(asked.category(), asked.stage(), asked.grounds()),
        asked.wanted(),
        urgency);
  }

  private static Question.Cause cause(DispatchKind kind, Basis basis) {
    return switch (basis) {
      case Basis.UnderInstrument under ->
          new Question.Cause(under.purpose(), under.offence(), true, true, under.elements());
      case Basis.Humanitarian _ ->
          new Question.Cause(
              kind == DispatchKind.WHEREABOUTS || kind == DispatchKind.WHEREABOUTS_REPLY
                  ? Purpose.HUMANITARIAN
                  : Purpose.CORRECTION,
              null,
              true,
              true,
              Set.of());
      // The life is the case, and the duty to warn of it the law.
      case Basis.Life() -> new Question.Cause(Purpose.HUMANITARIAN, null, true, true, Set.of());
      case Basis.Governance() ->
          new Question.Cause(Purpose.GOVERNANCE, null, false, false, Set.of());
    };
  }
}
