// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.instrument.CoveredOffence;
import lat.enlace.instrument.ExchangeRule;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.Party;
import lat.enlace.instrument.RightsClause;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.StateCode;
import org.jspecify.annotations.Nullable;

/// What the clauses of one instrument say of a question on one day, default deny. Knows no gates.
final class Clauses {
  private static final Decision NO_RULE = new Decision.Refuse(List.of(new Reason.OfDefault()));

  private final Set<StateCode> parties;
  private final Map<OffenceCode, CompiledOffence> offences;
  private final Map<DispatchKind, List<CompiledRule>> rules;
  private final RightsClauses rights;
  private final Permits permits;

  Clauses(LocalDate day, Instrument instrument) {
    this.parties =
        instrument.parties().stream().map(Party::state).collect(Collectors.toUnmodifiableSet());
    this.offences = offencesOn(day, instrument);
    this.rules = rulesByKind(instrument);
    this.rights = new RightsClauses(instrument);
    this.permits = new Permits(instrument.terms());
  }

  Decision decide(Question question, Context context) {
    Question.Route route = question.route();
    List<CompiledRule> candidates = rules.getOrDefault(route.kind(), List.of());
    if (candidates.isEmpty()
        || route.asker().equals(route.holder())
        || !parties.contains(route.asker())
        || !parties.contains(route.holder())) {
      return NO_RULE;
    }
    CompiledRule rule = nearest(candidates, question, context);
    OffenceCode code = question.cause().offence();
    CompiledOffence offence = code == null ? null : offences.get(code);
    List<RightsClause> narrowing = rights.matching(question);
    List<Reason> refusals = refusals(rule, offence, narrowing, question, context);
    if (offence == null || !refusals.isEmpty()) {
      return new Decision.Refuse(refusals);
    }
    Approvals approvals = approvals(rule, narrowing, question, context);
    return approvals.isEmpty()
        ? permits.of(rule, offence, question.urgency())
        : approvals.escalation();
  }

  /// The rule that the question meets, or falls short of in the fewest ways.
  private static CompiledRule nearest(
      List<CompiledRule> candidates, Question question, Context context) {
    CompiledRule nearest = candidates.getFirst();
    int fewest = nearest.shortfalls(question, context).size();
    for (int i = 1; i < candidates.size() && fewest > 0; i++) {
      int count = candidates.get(i).shortfalls(question, context).size();
      if (count < fewest) {
        nearest = candidates.get(i);
        fewest = count;
      }
    }
    return nearest;
  }

  private static List<Reason> refusals(
      CompiledRule rule,
      @Nullable CompiledOffence offence,
      List<RightsClause> narrowing,
      Question question,
      Context context) {
    Set<Shortfall> shortfalls = rule.shortfalls(question, context);
    Question.Route route = question.route();
    boolean lawful = offence != null && offence.punishableIn(route.asker(), route.holder());
    if (shortfalls.isEmpty() && lawful && narrowing.isEmpty()) {
      return List.of();
    }
    List<Reason> refusals = new ArrayList<>();
    for (Shortfall shortfall : shortfalls) {
      refusals.add(new Reason.OfClause(rule.clause(), shortfall));
    }
    if (offence == null) {
      refusals.add(new Reason.OfClause(rule.clause(), Shortfall.OFFENCE));
    } else if (!lawful) {
      refusals.add(new Reason.OfClause(offence.clause(), Shortfall.LAW));
    }
    for (RightsClause clause : narrowing) {
      if (clause.effect() instanceof RightsClause.Effect.Refused) {
        refusals.add(new Reason.OfClause(clause.clause(), Shortfall.REFUSED));
      }
    }
    return refusals;
  }

  private static Approvals approvals(
      CompiledRule rule, List<RightsClause> narrowing, Question question, Context context) {
    Approvals approvals = new Approvals(context.approvals());
    approvals.need(rule.clause(), rule.authorities(question.route().side()));
    for (RightsClause clause : narrowing) {
      if (clause.effect() instanceof RightsClause.Effect.Authorised(AuthorityRole role)) {
        approvals.need(clause.clause(), Set.of(role));
      }
    }
    if (!context.quotaLeft()) {
      approvals.needSupervisorBeyondQuota(rule.clause());
    }
    return approvals;
  }

  private static Map<OffenceCode, CompiledOffence> offencesOn(
      LocalDate day, Instrument instrument) {
    Map<OffenceCode, CompiledOffence> all = new HashMap<>();
    List<CoveredOffence> covered = instrument.terms().offences();
    for (int i = 0; i < covered.size(); i++) {
      all.put(
          covered.get(i).code(),
          CompiledOffence.on(day, covered.get(i), i, instrument.terms().minimumPenaltyMonths()));
    }
    return all;
  }

  private static Map<DispatchKind, List<CompiledRule>> rulesByKind(Instrument instrument) {
    Map<DispatchKind, List<CompiledRule>> all = new EnumMap<>(DispatchKind.class);
    List<ExchangeRule> exchanges = instrument.terms().exchanges();
    for (int i = 0; i < exchanges.size(); i++) {
      CompiledRule rule = new CompiledRule(exchanges.get(i), i);
      for (DispatchKind kind : exchanges.get(i).kinds()) {
        all.computeIfAbsent(kind, _ -> new ArrayList<>()).add(rule);
      }
    }
    return all;
  }
}
