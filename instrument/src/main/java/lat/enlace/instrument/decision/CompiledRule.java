// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.util.EnumSet;
import java.util.Set;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.instrument.Conditions;
import lat.enlace.instrument.ExchangeRule;
import lat.enlace.model.ClauseId;

/// One exchange rule, ready to be compared with questions.
final class CompiledRule {
  private final ExchangeRule rule;
  private final int number;

  CompiledRule(ExchangeRule rule, int number) {
    this.rule = rule;
    this.number = number;
  }

  ClauseId clause() {
    return rule.clause();
  }

  int number() {
    return number;
  }

  Set<AuthorityRole> authorities(Side side) {
    return switch (side) {
      case ASKING -> rule.asking();
      case RECEIVING -> rule.receiving();
    };
  }

  /// In what the question falls short, as a bit mask of {@link Shortfall} by ordinal.
  int shortfalls(Question question, Context context) {
    Conditions conditions = rule.conditions();
    Question.Subject subject = question.subject();
    return bit(Shortfall.LEVEL, !context.standing().level().reaches(conditions.level()))
        | bit(Shortfall.CATEGORY, !conditions.categories().contains(subject.category()))
        | bit(Shortfall.STAGE, subject.stage().compareTo(conditions.stage()) < 0)
        | bit(Shortfall.DATA, !conditions.data().containsAll(question.wanted()))
        | bit(Shortfall.PURPOSE, !conditions.purposes().contains(question.cause().purpose()))
        | bit(Shortfall.AGENCY, !conditions.agencies().contains(question.route().agency()));
  }

  /// The names in a mask.
  static Set<Shortfall> named(int mask) {
    EnumSet<Shortfall> all = EnumSet.noneOf(Shortfall.class);
    for (Shortfall shortfall : Shortfall.values()) {
      if ((mask & (1 << shortfall.ordinal())) != 0) {
        all.add(shortfall);
      }
    }
    return all;
  }

  private static int bit(Shortfall shortfall, boolean falls) {
    return falls ? 1 << shortfall.ordinal() : 0;
  }
}
