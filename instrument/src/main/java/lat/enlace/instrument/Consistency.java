// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import lat.enlace.model.ClauseId;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.StateCode;

/// Checks what only the whole text can show: every party has a mandate, whoever must authorise
/// exists, and what is opened is erased some day.
final class Consistency {
  private final Findings findings;
  private final Fields root;

  Consistency(Findings findings, Fields root) {
    this.findings = findings;
    this.root = root;
  }

  void check(Instrument instrument) {
    for (Party party : instrument.parties()) {
      mandate(instrument, party.state());
      for (ExchangeRule rule : instrument.terms().exchanges()) {
        Set<AuthorityRole> needed = new TreeSet<>(rule.asking());
        needed.addAll(rule.receiving());
        for (AuthorityRole role : needed) {
          authority(instrument, party.state(), role, rule.clause(), rule.kinds());
        }
      }
      for (RightsClause clause : instrument.terms().rights()) {
        if (clause.effect() instanceof RightsClause.Effect.Authorised(AuthorityRole role)) {
          authority(instrument, party.state(), role, clause.clause(), clause.when().kinds());
        }
      }
    }
    for (CoveredOffence offence : instrument.terms().offences()) {
      law(offence);
    }
    retention(instrument.terms());
  }

  private void mandate(Instrument instrument, StateCode state) {
    boolean speaks =
        instrument.mandates().stream()
            .anyMatch(mandate ->
                mandate.state().equals(state) && mandate.status() != Mandate.Status.SUCCEEDED);
    if (!speaks) {
      problem("mandates", Problem.Code.REFERENCE, "say who speaks for " + state);
    }
  }

  /// A supervisor is whoever the node says; every other role is an office that the text names.
  private void authority(
      Instrument instrument,
      StateCode state,
      AuthorityRole role,
      ClauseId clause,
      Set<DispatchKind> kinds) {
    Set<DispatchKind> signed = new HashSet<>(kinds);
    // What follows a hit is authorised with the text of the question.
    if (kinds.isEmpty()
        || !Collections.disjoint(kinds, Set.of(DispatchKind.FOLLOW_UP, DispatchKind.DISCLOSURE))) {
      signed.add(DispatchKind.QUESTION);
    }
    if (kinds.contains(DispatchKind.REPLY)) {
      signed.add(DispatchKind.REQUEST);
    }
    boolean exists =
        role == AuthorityRole.SUPERVISOR
            || instrument.authorities(state, role).stream()
                .anyMatch(authority -> authority.authorises().containsAll(signed));
    if (!exists) {
      problem(
          "authorities",
          Problem.Code.REFERENCE,
          "add a %s of %s that authorises what clause %s is about"
              .formatted(role.code(), state, clause));
    }
  }

  private void law(CoveredOffence offence) {
    if (offence.laws().stream().map(Law::state).distinct().count() < 2) {
      problem(
          "offences",
          Problem.Code.CONTRADICTION,
          "give the articles of at least two parties for " + offence.code());
    }
  }

  /// Nodes erase by these clauses; data of a category that none names would stay for ever.
  private void retention(Terms terms) {
    Set<DataCategory> endless = EnumSet.noneOf(DataCategory.class);
    terms.exchanges().forEach(rule -> endless.addAll(rule.conditions().data()));
    terms.retention().forEach(rule -> endless.removeAll(rule.data()));
    for (DataCategory category : endless) {
      problem(
          "retention",
          Problem.Code.CONTRADICTION,
          "say for how long data of %s are kept: an exchange opens them"
              .formatted(category.code()));
    }
  }

  private void problem(String key, Problem.Code code, String advice) {
    Value value = root.required(key);
    if (!value.isAbsent()) {
      findings.add(value.at(), key, code, advice);
    }
  }
}
