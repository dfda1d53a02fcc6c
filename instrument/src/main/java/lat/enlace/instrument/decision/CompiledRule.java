// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.util.EnumSet;
import java.util.Set;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.instrument.Conditions;
import lat.enlace.instrument.ExchangeRule;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.ClauseId;
import lat.enlace.model.DataCategory;
import lat.enlace.model.Purpose;
import lat.enlace.model.SubjectCategory;

/// One exchange rule, ready to be compared with questions.
final class CompiledRule {
  private final ExchangeRule rule;
  private final int number;
  private final Set<SubjectCategory> categories = EnumSet.noneOf(SubjectCategory.class);
  private final Set<DataCategory> data = EnumSet.noneOf(DataCategory.class);
  private final Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
  private final Set<AgencyKind> agencies = EnumSet.noneOf(AgencyKind.class);

  /// @param number position among the exchange rules of the instrument
  CompiledRule(ExchangeRule rule, int number) {
    this.rule = rule;
    this.number = number;
    categories.addAll(rule.conditions().categories());
    data.addAll(rule.conditions().data());
    purposes.addAll(rule.conditions().purposes());
    agencies.addAll(rule.conditions().agencies());
  }

  int number() {
    return number;
  }

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
    if (!categories.contains(subject.category())) {
      found.add(Shortfall.CATEGORY);
    }
    if (subject.stage().compareTo(conditions.stage()) < 0) {
      found.add(Shortfall.STAGE);
    }
    if (!data.containsAll(question.wanted())) {
      found.add(Shortfall.DATA);
    }
    if (!purposes.contains(question.cause().purpose())) {
      found.add(Shortfall.PURPOSE);
    }
    if (!agencies.contains(question.route().agency())) {
      found.add(Shortfall.AGENCY);
    }
    return found;
  }
}
