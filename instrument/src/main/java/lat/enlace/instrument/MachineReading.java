// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lat.enlace.model.ClauseId;
import lat.enlace.model.Coded;
import lat.enlace.model.Urgency;

/// What the machine does beside each article of an instrument, so that people can compare it with
/// the words.
public final class MachineReading {
  private final Map<ClauseId, List<Effect>> effects = new TreeMap<>();

  private MachineReading() {}

  /// The machine's reading of `instrument`.
  public static MachineReading of(Instrument instrument) {
    MachineReading reading = new MachineReading();
    Terms terms = instrument.terms();
    terms.offences().forEach(offence -> reading.offence(offence, terms.minimumPenaltyMonths()));
    terms.exchanges().forEach(reading::exchange);
    for (RetentionRule rule : terms.retention()) {
      reading.add(
          rule.clause(),
          rule.renewable() ? "retention.renewable" : "retention",
          codes(rule.data()),
          Integer.toString(rule.days()));
    }
    HandlingRule handling = terms.handling();
    reading.add(
        handling.clause(),
        "handling",
        codes(handling.handling().codes()),
        handling.handling().action().code());
    terms.rights().forEach(clause -> reading.rights("rights", clause));
    for (Reservation reservation : instrument.reservations()) {
      reading.add(reservation.clause().clause(), "reservation", reservation.by().value());
      reading.rights("rights", reservation.clause());
    }
    reading.lifetime(instrument.lifetime());
    return reading;
  }

  /// What the machine does because of `clause`; empty if the clause binds people alone.
  public List<Effect> because(ClauseId clause) {
    return List.copyOf(effects.getOrDefault(clause, List.of()));
  }

  private void offence(CoveredOffence offence, int minimumMonths) {
    add(offence.clause(), "offence", offence.code().value(), Integer.toString(minimumMonths));
    for (Law law : offence.laws()) {
      add(
          offence.clause(),
          law.offence().endedOn().isPresent() ? "law.ended" : "law",
          law.offence().article().value(),
          law.offence().since().toString(),
          Integer.toString(law.maximumPenaltyMonths()),
          law.offence().endedOn().map(Object::toString).orElse(""));
    }
  }

  private void exchange(ExchangeRule rule) {
    Conditions conditions = rule.conditions();
    add(rule.clause(), "exchange.opens", codes(rule.kinds()), codes(conditions.data()));
    add(
        rule.clause(),
        "exchange.subjects",
        codes(conditions.categories()),
        conditions.stage().code());
    add(
        rule.clause(),
        "exchange.who",
        codes(conditions.agencies()),
        codes(conditions.purposes()),
        conditions.level().code());
    if (!rule.asking().isEmpty()) {
      add(rule.clause(), "exchange.asking", codes(rule.asking()));
    }
    if (!rule.receiving().isEmpty()) {
      add(rule.clause(), "exchange.receiving", codes(rule.receiving()));
    }
    add(
        rule.clause(),
        "exchange.clock",
        rule.clock(Urgency.U8H).code(),
        rule.clock(Urgency.U3D).code(),
        rule.clock(Urgency.N7D).code());
    add(rule.clause(), "exchange.quota", Integer.toString(rule.quotaPerDay()));
  }

  private void rights(String key, RightsClause clause) {
    List<String> conditions = new ArrayList<>();
    RightsClause.When when = clause.when();
    condition(conditions, codes(when.kinds()));
    condition(
        conditions,
        when.offences().stream().map(Object::toString).sorted().collect(Collectors.joining(", ")));
    condition(conditions, codes(when.categories()));
    condition(conditions, codes(when.data()));
    condition(conditions, codes(when.grounds()));
    String about = conditions.isEmpty() ? "*" : String.join(" + ", conditions);
    switch (clause.effect()) {
      case RightsClause.Effect.Refused() -> add(clause.clause(), key + ".refuse", about);
      case RightsClause.Effect.Authorised(AuthorityRole role) ->
          add(clause.clause(), key + ".authorise", about, role.code());
    }
  }

  private static void condition(List<String> conditions, String codes) {
    if (!codes.isEmpty()) {
      conditions.add(codes);
    }
  }

  private void lifetime(Lifetime lifetime) {
    add(
        lifetime.entryIntoForce().clause(),
        lifetime.entryIntoForce().end().isPresent() ? "entry.until" : "entry",
        lifetime.entryIntoForce().on().toString(),
        lifetime.entryIntoForce().end().map(Object::toString).orElse(""));
    add(
        lifetime.review().clause(),
        "review",
        lifetime.review().by().toString(),
        lifetime.review().afterwards().code());
    add(
        lifetime.confidence().clause(),
        "confidence",
        lifetime.confidence().initial().code(),
        lifetime.confidence().ceiling().code());
    add(lifetime.suspension().clause(), "suspension", lifetime.suspension().resumeAt().code());
    add(
        lifetime.accession().clause(),
        lifetime.accession().acceptedByAll() ? "accession.all" : "accession",
        lifetime.accession().open().stream()
            .map(Object::toString)
            .sorted()
            .collect(Collectors.joining(", ")));
  }

  private void add(ClauseId clause, String key, String... arguments) {
    effects
        .computeIfAbsent(clause, _ -> new ArrayList<>())
        .add(new Effect(key, List.of(arguments)));
  }

  private static String codes(Collection<? extends Coded> all) {
    return all.stream().map(Coded::code).sorted().collect(Collectors.joining(", "));
  }
}
