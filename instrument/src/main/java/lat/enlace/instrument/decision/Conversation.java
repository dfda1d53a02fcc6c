// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.model.DispatchKind;

/// What a question opens is a conversation: what the authorities authorise is the text of the
/// question, and it stands for the follow-up and the disclosure; the text of a request stands for
/// its replies. So whoever must authorise those is asked with the question; later there is no text
/// left to authorise.
public final class Conversation {
  private static final Map<DispatchKind, List<DispatchKind>> AFTER =
      Map.of(
          DispatchKind.QUESTION,
          List.of(DispatchKind.FOLLOW_UP, DispatchKind.DISCLOSURE),
          DispatchKind.REQUEST,
          List.of(DispatchKind.REPLY));

  private Conversation() {}

  /// Decides a question with what follows a hit, and a request with its reply; any other kind as it
  /// stands.
  public static Decision decide(CompiledInstrument compiled, Question question, Context context) {
    Decision decision = compiled.decide(question, context);
    List<DispatchKind> after = AFTER.getOrDefault(question.route().kind(), List.of());
    if (after.isEmpty() || decision instanceof Decision.Refuse) {
      return decision;
    }
    Set<AuthorityRole> authorities = EnumSet.noneOf(AuthorityRole.class);
    List<Reason> reasons = new ArrayList<>();
    add(authorities, reasons, decision);
    // A quota is of questions: what follows is not counted twice.
    Context later = new Context(context.standing(), context.facts(), true, context.approvals());
    for (DispatchKind kind : after) {
      add(authorities, reasons, compiled.decide(as(kind, question), later));
    }
    return authorities.isEmpty()
        ? decision
        : new Decision.Escalate(authorities, reasons.stream().distinct().toList());
  }

  /// What is refused after a hit does not keep anyone from asking for the hit.
  private static void add(Set<AuthorityRole> authorities, List<Reason> reasons, Decision decision) {
    if (decision instanceof Decision.Escalate escalate) {
      authorities.addAll(escalate.authorities());
      reasons.addAll(escalate.reasons());
    }
  }

  private static Question as(DispatchKind kind, Question question) {
    Question.Route route = question.route();
    return new Question(
        new Question.Route(route.side(), kind, route.asker(), route.holder(), route.agency()),
        question.cause(),
        question.subject(),
        question.wanted(),
        question.urgency());
  }
}
