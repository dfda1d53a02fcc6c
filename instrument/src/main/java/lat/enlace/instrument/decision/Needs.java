// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.instrument.ExchangeRule;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.RightsClause;
import lat.enlace.instrument.Terms;
import lat.enlace.model.ClauseId;
import lat.enlace.model.Coded;

/// Names what the clause behind a reason asks for: the stage, the level, the days of the laws, the
/// authorities. Says nothing of what this node knows.
public final class Needs {
  private Needs() {}

  /// What {@code reason} asks for under {@code instrument}; nothing where a gate or the lack of any
  /// clause is the reason.
  public static List<Need> of(Reason reason, Instrument instrument) {
    if (!(reason instanceof Reason.OfClause(ClauseId clause, Shortfall shortfall))) {
      return List.of();
    }
    Terms terms = instrument.terms();
    if (shortfall == Shortfall.LAW) {
      return terms.offences().stream()
          .filter(offence -> offence.clause().equals(clause))
          .flatMap(offence -> offence.laws().stream())
          .<Need>map(law -> new Need.Punishable(law, terms.minimumPenaltyMonths()))
          .toList();
    }
    List<Need> needs = new ArrayList<>();
    for (ExchangeRule rule : terms.exchanges()) {
      if (rule.clause().equals(clause)) {
        needs.addAll(of(rule, shortfall));
      }
    }
    for (RightsClause narrowing : terms.rights()) {
      if (narrowing.clause().equals(clause)
          && narrowing.effect() instanceof RightsClause.Effect.Authorised(AuthorityRole role)) {
        needs.add(new Need.Codes(List.of(role)));
      }
    }
    return needs;
  }

  private static List<Need> of(ExchangeRule rule, Shortfall shortfall) {
    return switch (shortfall) {
      case LEVEL -> List.of(new Need.Codes(List.of(rule.conditions().level())));
      case STAGE -> List.of(new Need.Codes(List.of(rule.conditions().stage())));
      case CATEGORY -> codes(rule.conditions().categories());
      case DATA -> codes(rule.conditions().data());
      case PURPOSE -> codes(rule.conditions().purposes());
      case AGENCY -> codes(rule.conditions().agencies());
      case AUTHORITY -> codes(authorities(rule));
      case QUOTA -> List.of(new Need.PerDay(rule.quotaPerDay()));
      case OFFENCE, LAW, REFUSED -> List.of();
    };
  }

  private static Set<AuthorityRole> authorities(ExchangeRule rule) {
    EnumSet<AuthorityRole> all = EnumSet.noneOf(AuthorityRole.class);
    all.addAll(rule.asking());
    all.addAll(rule.receiving());
    return all;
  }

  private static List<Need> codes(Collection<? extends Coded> codes) {
    List<Coded> sorted = new ArrayList<>(codes);
    sorted.sort(Comparator.comparing(Coded::code));
    return sorted.isEmpty() ? List.of() : List.of(new Need.Codes(sorted));
  }
}
