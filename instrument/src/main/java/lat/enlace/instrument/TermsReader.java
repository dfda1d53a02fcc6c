// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lat.enlace.model.ActionCode;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.ClauseId;
import lat.enlace.model.Coded;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.Handling;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.Urgency;
import lat.enlace.model.clock.Term;

/// Reads what may be exchanged, under which conditions.
final class TermsReader {
  private static final int MAX_PENALTY_MONTHS = 1200;
  private static final int MAX_QUOTA = 100_000;
  private static final int MAX_RETENTION_DAYS = 3650;

  private final Vocabulary vocabulary;
  private final LawReader laws;

  TermsReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.laws = new LawReader(vocabulary);
  }

  Terms terms(Fields root) {
    int minimum = root.required("minimum-penalty-months").integer(0, MAX_PENALTY_MONTHS);
    List<CoveredOffence> offences = laws.offences(root.required("offences"));
    List<ExchangeRule> exchanges = new ArrayList<>();
    for (Value item : root.required("exchanges").list()) {
      exchanges.add(exchange(item.fields()));
    }
    List<RetentionRule> retention = new ArrayList<>();
    for (Value item : root.required("retention").list()) {
      retention.add(retention(item.fields()));
    }
    HandlingRule handling = handling(root.required("handling").fields());
    List<RightsClause> rights = new RightsReader(vocabulary).clauses(root.optional("rights"));
    return new Terms(offences, minimum, exchanges, retention, handling, rights);
  }

  private ExchangeRule exchange(Fields fields) {
    ClauseId clause = vocabulary.clause(fields);
    Set<DispatchKind> kinds = kinds(fields.required("kinds"));
    Conditions conditions = conditions(fields, kinds);
    Fields authorise = fields.optional("authorise").fields();
    Set<AuthorityRole> asking =
        authorise.optional("asking").codeSet(AuthorityRole.class, AuthorityRole.SUPERVISOR);
    Set<AuthorityRole> receiving =
        authorise.optional("receiving").codeSet(AuthorityRole.class, AuthorityRole.SUPERVISOR);
    authorise.end();
    Map<Urgency, Term> clocks = clocks(fields.optional("clocks"));
    int quota = fields.required("quota-per-day").integer(0, MAX_QUOTA);
    fields.end();
    return new ExchangeRule(clause, kinds, conditions, asking, receiving, clocks, quota);
  }

  private static Set<DispatchKind> kinds(Value value) {
    Set<DispatchKind> kinds = value.codeSet(DispatchKind.class, DispatchKind.QUESTION);
    Vocabulary.needItems(value, kinds);
    if (kinds.stream().anyMatch(DispatchKind::staysOpen)) {
      value.problem(
          Problem.Code.CONTRADICTION,
          "leave out the kinds of the floor and of governance: no agreement sets conditions on"
              + " them");
    }
    return kinds;
  }

  private static Conditions conditions(Fields fields, Set<DispatchKind> kinds) {
    Value levelValue = fields.required("level");
    ConfidenceLevel level = levelValue.code(ConfidenceLevel.class, ConfidenceLevel.HIT_NO_HIT);
    if (kinds.stream().anyMatch(kind -> !level.reaches(kind.level()))) {
      levelValue.problem(
          Problem.Code.CONTRADICTION, "write a level that these kinds can be exchanged at");
    }
    Set<SubjectCategory> categories =
        required(fields, "categories", SubjectCategory.class, SubjectCategory.CONVICTED);
    if (!categories.stream().allMatch(SubjectCategory::withinReach)) {
      fields
          .required("categories")
          .problem(
              Problem.Code.CONTRADICTION,
              "leave out whoever is neither suspect nor convicted: gate S1-subject refuses them");
    }
    Set<Purpose> purposes = required(fields, "purposes", Purpose.class, Purpose.ORGANISED_CRIME);
    if (!purposes.stream().allMatch(purpose -> purpose.serves(DispatchKind.Lane.PERSON))) {
      fields
          .required("purposes")
          .problem(
              Problem.Code.CONTRADICTION,
              "leave out purposes outside organised crime: gate G13-purpose refuses them");
    }
    return new Conditions(
        level,
        stage(fields),
        categories,
        required(fields, "data", DataCategory.class, DataCategory.IDENTITY),
        purposes,
        agencies(fields, kinds));
  }

  private static ProceduralStage stage(Fields fields) {
    Value value = fields.required("stage");
    ProceduralStage stage = value.code(ProceduralStage.class, ProceduralStage.INVESTIGATION);
    if (stage == ProceduralStage.NONE) {
      value.problem(
          Problem.Code.CONTRADICTION,
          "write a stage of proceedings: gate S2-proceedings refuses where none are open");
    }
    return stage;
  }

  private static Set<AgencyKind> agencies(Fields fields, Set<DispatchKind> kinds) {
    Set<AgencyKind> agencies = required(fields, "agencies", AgencyKind.class, AgencyKind.POLICE);
    if (!agencies.stream().allMatch(agency -> agency.ceiling().containsAll(kinds))) {
      fields
          .required("agencies")
          .problem(
              Problem.Code.CONTRADICTION,
              "leave out agencies that never take part in these kinds: gate C4-agency refuses"
                  + " them");
    }
    return agencies;
  }

  private static <E extends Enum<E> & Coded> Set<E> required(
      Fields fields, String key, Class<E> type, E fallback) {
    Value value = fields.required(key);
    Set<E> codes = value.codeSet(type, fallback);
    Vocabulary.needItems(value, codes);
    return codes;
  }

  private static Map<Urgency, Term> clocks(Value value) {
    Fields fields = value.fields();
    Map<Urgency, Term> clocks = new EnumMap<>(Urgency.class);
    for (Urgency urgency : Urgency.values()) {
      Value clock = fields.optional(urgency.code());
      if (!clock.isAbsent()) {
        clocks.put(urgency, clock.term());
      }
    }
    fields.end();
    return clocks;
  }

  private RetentionRule retention(Fields fields) {
    ClauseId clause = vocabulary.clause(fields);
    Set<DataCategory> data = required(fields, "data", DataCategory.class, DataCategory.IDENTITY);
    int days = fields.required("days").integer(1, MAX_RETENTION_DAYS);
    boolean renewable = fields.optional("renewable").truth();
    fields.end();
    return new RetentionRule(clause, data, days, renewable);
  }

  private HandlingRule handling(Fields fields) {
    ClauseId clause = vocabulary.clause(fields);
    Set<HandlingCode> codes = required(fields, "codes", HandlingCode.class, HandlingCode.H0);
    ActionCode action = fields.required("action").code(ActionCode.class, ActionCode.P0);
    fields.end();
    return new HandlingRule(
        clause, new Handling(codes.isEmpty() ? Set.of(HandlingCode.H0) : codes, action));
  }
}
