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
///
/// @param number position among the exchange rules of the instrument
record CompiledRule(ExchangeRule rule, int number) {
  ClauseId clause() {
    return rule.clause();
  }

  Set<AuthorityRole> authorities(Side side) {
    return switch (side) {
      case ASKING -> rule.asking();
      case RECEIVING -> rule.receiving();
    };
  }

  /// In what the question falls short of the rule's conditions.
  Set<Shortfall> shortfalls(Question question, Context context) {
    Conditions conditions = rule.conditions();
    Question.Subject subject = question.subject();
    EnumSet<Shortfall> found = EnumSet.noneOf(Shortfall.class);
    if (!context.standing().level().reaches(conditions.level())) {
      found.add(Shortfall.LEVEL);
    }
    if (!conditions.categories().contains(subject.category())) {
      found.add(Shortfall.CATEGORY);
    }
    if (subject.stage().compareTo(conditions.stage()) < 0) {
      found.add(Shortfall.STAGE);
    }
    if (!conditions.data().containsAll(question.wanted())) {
      found.add(Shortfall.DATA);
    }
    if (!conditions.purposes().contains(question.cause().purpose())) {
      found.add(Shortfall.PURPOSE);
    }
    if (!conditions.agencies().contains(question.route().agency())) {
      found.add(Shortfall.AGENCY);
    }
    return found;
  }
}
