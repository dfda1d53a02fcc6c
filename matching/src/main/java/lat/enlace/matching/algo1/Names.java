// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lat.enlace.matching.Explanation;
import lat.enlace.matching.algo1.name.Alignment;
import lat.enlace.matching.algo1.name.Name;
import lat.enlace.matching.algo1.name.NameComparison;
import lat.enlace.matching.algo1.name.NameKind;
import lat.enlace.model.Agreement;

/// Compares the names of two subjects: every name with every name read by the same custom; the best
/// pair speaks for both.
final class Names {
  /// A poor alias (a nickname, a nom de guerre) speaks for a person, but many share it.
  private static final double WEAK_ALIAS = 0.9;

  /// Names of one holder written in two legal forms are less alike than in one.
  private static final double OTHER_FORM = 0.97;

  private static final double AGREES = 0.9;
  private static final double CLOSE = 0.7;
  private static final Explanation NONE = Explanation.of("name.unlike");

  private final NameComparison comparison = new NameComparison();

  /// The best pair of names of two subjects.
  private record Best(Name left, Name right, Alignment alignment, double similarity) {}

  Finding compare(Subject a, Subject b) {
    Best best = null;
    for (Map.Entry<NameKind, List<Subject.Label>> entry : a.names().entrySet()) {
      for (Subject.Label x : entry.getValue()) {
        for (Subject.Label y : b.names().getOrDefault(entry.getKey(), List.of())) {
          Best pair = compare(x, y);
          boolean better = best == null || pair.similarity() > best.similarity();
          boolean tie =
              best != null && pair.similarity() == best.similarity() && before(pair, best);
          best = better || tie ? pair : best;
        }
      }
    }
    return best == null ? Finding.nothing(first(a), first(b)) : finding(best);
  }

  // Keeps the answer symmetric and repeatable where two pairs are equally good.
  private static boolean before(Best one, Best other) {
    return key(one).compareTo(key(other)) < 0;
  }

  private static String key(Best best) {
    String left = best.left().kind() + best.left().raw();
    String right = best.left().kind() + best.right().raw();
    return left.compareTo(right) < 0 ? left + right : right + left;
  }

  private static String first(Subject subject) {
    return subject.names().values().stream()
        .findFirst()
        .map(labels -> labels.getFirst().name().raw())
        .orElse("");
  }

  private Best compare(Subject.Label x, Subject.Label y) {
    Alignment alignment = comparison.compare(x.name(), y.name());
    double similarity = alignment.similarity();
    if (x.weak() || y.weak()) {
      similarity *= WEAK_ALIAS;
    }
    if (otherForm(x.name(), y.name())) {
      similarity *= OTHER_FORM;
    }
    return new Best(x.name(), y.name(), alignment, similarity);
  }

  private static boolean otherForm(Name x, Name y) {
    boolean bothHave = !x.legalForms().isEmpty() && !y.legalForms().isEmpty();
    return bothHave && x.legalForms().stream().noneMatch(y.legalForms()::contains);
  }

  private static Finding finding(Best best) {
    double value = best.similarity();
    Agreement agreement =
        value >= AGREES ? Agreement.AGREES : value >= CLOSE ? Agreement.CLOSE : Agreement.DIFFERS;
    return new Finding(agreement, value, 1, best.left().raw(), best.right().raw(), reasons(best));
  }

  private static List<Explanation> reasons(Best best) {
    Alignment alignment = best.alignment();
    List<Explanation> reasons = new ArrayList<>();
    List<String> same = new ArrayList<>();
    for (Alignment.Pair pair : alignment.pairs()) {
      if (pair.left().equals(pair.right())) {
        same.add(pair.left());
      }
    }
    if (!same.isEmpty()) {
      reasons.add(Explanation.of("name.shared", String.join(" ", same)));
    }
    for (Alignment.Pair pair : alignment.pairs()) {
      if (!pair.left().equals(pair.right())) {
        String percent = String.format(Locale.ROOT, "%.0f", pair.likeness() * 100);
        reasons.add(Explanation.of("name.alike", pair.left(), pair.right(), percent));
      }
    }
    addRest(alignment, reasons);
    if (otherForm(best.left(), best.right())) {
      reasons.add(Explanation.of("name.other-form"));
    }
    return alignment.pairs().isEmpty() ? List.of(NONE) : reasons;
  }

  private static void addRest(Alignment alignment, List<Explanation> reasons) {
    String left = String.join(" ", alignment.onlyLeft());
    String right = String.join(" ", alignment.onlyRight());
    if (!left.isEmpty() && !right.isEmpty()) {
      reasons.add(Explanation.of("name.against", left, right));
    } else if (!left.isEmpty() || !right.isEmpty()) {
      reasons.add(Explanation.of("name.missing", left + right));
    }
  }
}
