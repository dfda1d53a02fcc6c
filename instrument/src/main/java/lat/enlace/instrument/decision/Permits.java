// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lat.enlace.instrument.CoveredOffence;
import lat.enlace.instrument.ExchangeRule;
import lat.enlace.instrument.RetentionRule;
import lat.enlace.instrument.Terms;
import lat.enlace.model.ClauseId;
import lat.enlace.model.Urgency;

/// Every permit an instrument can give, built once: by rule, offence and urgency.
final class Permits {
  private final List<Map<Urgency, Decision>> all;
  private final int offences;

  Permits(Terms terms) {
    this.offences = terms.offences().size();
    List<Map<Urgency, Decision>> permits = new ArrayList<>();
    for (ExchangeRule rule : terms.exchanges()) {
      for (CoveredOffence offence : terms.offences()) {
        Map<Urgency, Decision> byUrgency = new EnumMap<>(Urgency.class);
        for (Urgency urgency : Urgency.values()) {
          byUrgency.put(urgency, build(terms, rule, offence.clause(), urgency));
        }
        permits.add(byUrgency);
      }
    }
    this.all = List.copyOf(permits);
  }

  Decision of(CompiledRule rule, CompiledOffence offence, Urgency urgency) {
    Decision permit = all.get(rule.number() * offences + offence.number()).get(urgency);
    if (permit == null) {
      throw new IllegalStateException("a permit is built for every urgency");
    }
    return permit;
  }

  private static Decision build(Terms terms, ExchangeRule rule, ClauseId offence, Urgency urgency) {
    List<Obligation> obligations = new ArrayList<>();
    obligations.add(new Obligation.Handle(terms.handling().clause(), terms.handling().handling()));
    obligations.add(new Obligation.AnswerWithin(rule.clause(), rule.clock(urgency)));
    for (RetentionRule retention : terms.retention()) {
      obligations.add(
          new Obligation.Keep(
              retention.clause(), retention.data(), retention.days(), retention.renewable()));
    }
    obligations.add(new Obligation.LogReadings());
    return new Decision.Permit(List.of(rule.clause(), offence), obligations);
  }
}
