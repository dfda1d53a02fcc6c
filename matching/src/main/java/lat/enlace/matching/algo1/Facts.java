// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import lat.enlace.matching.Explanation;
import lat.enlace.matching.algo1.date.DateRelation;
import lat.enlace.matching.algo1.date.PartialDate;
import lat.enlace.model.Agreement;

/// Compares birth dates, countries and genders.
final class Facts {
  private Facts() {}

  static Finding birthDate(Subject a, Subject b) {
    return birthDate(a.dates(), b.dates(), DateRelation::of);
  }

  /// Whole dates only, equal, changed over or another: nothing says how far away.
  static Finding wholeBirthDate(Subject a, Subject b) {
    return birthDate(whole(a), whole(b), DateRelation::ofWhole);
  }

  /// As if a whole date on both sides were one and the same.
  static Finding supposedBirthDate(Subject a, Subject b) {
    List<Subject.Dated> dates = whole(a);
    return whole(b).isEmpty()
        ? Finding.nothing("", "")
        : birthDate(dates, dates, DateRelation::ofWhole);
  }

  private static List<Subject.Dated> whole(Subject subject) {
    return subject.dates().stream()
        .filter(dated -> dated.date().isWhole() && !dated.date().about())
        .toList();
  }

  private static Finding birthDate(
      List<Subject.Dated> a,
      List<Subject.Dated> b,
      BiFunction<PartialDate, PartialDate, DateRelation> relate) {
    DateRelation best = null;
    String left = a.isEmpty() ? "" : a.getFirst().raw();
    String right = b.isEmpty() ? "" : b.getFirst().raw();
    for (Subject.Dated x : a) {
      for (Subject.Dated y : b) {
        DateRelation relation = relate.apply(x.date(), y.date());
        if (best == null || relation.betterThan(best)) {
          best = relation;
          left = x.raw();
          right = y.raw();
        }
      }
    }
    if (best == null) {
      return Finding.nothing(left, right);
    }
    Explanation why = Explanation.of(best.key(), left, right);
    double similarity =
        switch (best.agreement()) {
          case AGREES -> 0.5 + best.strength() / 2;
          case CLOSE -> best.strength() / 2;
          case DIFFERS, NOT_COMPARED -> 0;
        };
    return new Finding(best.agreement(), similarity, best.strength(), left, right, List.of(why));
  }

  static Finding country(Subject a, Subject b) {
    return sets(a.countries(), b.countries(), "country");
  }

  static Finding gender(Subject a, Subject b) {
    return sets(a.genders(), b.genders(), "gender");
  }

  private static Finding sets(Set<String> a, Set<String> b, String key) {
    String left = String.join(" ", new TreeSet<>(a));
    String right = String.join(" ", new TreeSet<>(b));
    if (a.isEmpty() || b.isEmpty()) {
      return Finding.nothing(left, right);
    }
    boolean shared = a.stream().anyMatch(b::contains);
    Explanation why = Explanation.of(key + (shared ? ".same" : ".other"), left, right);
    return new Finding(
        shared ? Agreement.AGREES : Agreement.DIFFERS,
        shared ? 1 : 0,
        1,
        left,
        right,
        List.of(why));
  }
}
