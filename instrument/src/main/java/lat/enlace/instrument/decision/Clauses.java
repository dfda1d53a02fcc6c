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

  boolean covers(OffenceCode code, StateCode one, StateCode other) {
    CompiledOffence offence = offences.get(code);
    return offence != null && offence.punishableIn(one, other);
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
    Fit fit = nearest(candidates, question, context);
    OffenceCode code = question.cause().offence();
    CompiledOffence offence = code == null ? null : offences.get(code);
    List<RightsClause> narrowing = rights.matching(question);
    List<Reason> refusals = refusals(fit, offence, narrowing, route);
    if (offence == null || !refusals.isEmpty()) {
      return new Decision.Refuse(refusals);
    }
    return authorised(fit.rule(), narrowing, question, context)
        ? permits.of(fit.rule(), offence, question.urgency())
        : approvals(fit.rule(), narrowing, question, context).escalation();
  }

  /// A rule, and in what the question falls short of it.
  private record Fit(CompiledRule rule, Set<Shortfall> shortfalls) {}

  /// The rule that the question meets, or falls short of in the fewest ways.
  private static Fit nearest(List<CompiledRule> candidates, Question question, Context context) {
    CompiledRule first = candidates.getFirst();
    Fit nearest = new Fit(first, first.shortfalls(question, context));
    for (int i = 1; i < candidates.size() && !nearest.shortfalls().isEmpty(); i++) {
      CompiledRule next = candidates.get(i);
      Set<Shortfall> shortfalls = next.shortfalls(question, context);
      if (shortfalls.size() < nearest.shortfalls().size()) {
        nearest = new Fit(next, shortfalls);
      }
    }
    return nearest;
  }

  private static List<Reason> refusals(
      Fit fit,
      @Nullable CompiledOffence offence,
      List<RightsClause> narrowing,
      Question.Route route) {
    boolean lawful = offence != null && offence.punishableIn(route.asker(), route.holder());
    if (fit.shortfalls().isEmpty() && lawful && narrowing.isEmpty()) {
      return List.of();
    }
    List<Reason> refusals = new ArrayList<>();
    for (Shortfall shortfall : fit.shortfalls()) {
      refusals.add(new Reason.OfClause(fit.rule().clause(), shortfall));
    }
    if (offence == null) {
      refusals.add(new Reason.OfClause(fit.rule().clause(), Shortfall.OFFENCE));
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

  private static boolean authorised(
      CompiledRule rule, List<RightsClause> narrowing, Question question, Context context) {
    boolean plain = narrowing.isEmpty() && context.quotaLeft();
    return plain
        ? context.approvals().containsAll(rule.authorities(question.route().side()))
        : approvals(rule, narrowing, question, context).isEmpty();
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
