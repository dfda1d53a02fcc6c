// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1;

import lat.enlace.matching.ComparedFeature;
import lat.enlace.matching.Nearness;

/// One line of the table of weighted features.
///
/// @param name which feature
/// @param comparers what finds it
/// @param agrees share of what is missing to 1 that an agreement adds to the score
/// @param close share that a near agreement adds
/// @param differs share of the score that a contradiction takes away
/// @param onlyLikeNames whether it lifts only names that are already alike
/// @param evidence why these weights
record Feature(
    ComparedFeature name,
    Comparers comparers,
    double agrees,
    double close,
    double differs,
    boolean onlyLikeNames,
    String evidence) {
  /// Finds a feature in two subjects.
  @FunctionalInterface
  interface Comparer {
    Finding compare(Subject left, Subject right);
  }

  /// What finds a feature under each rule of nearness.
  record Comparers(Comparer counted, Comparer withheld, Comparer supposed) {
    /// The same under every rule.
    static Comparers same(Comparer comparer) {
      return new Comparers(comparer, comparer, comparer);
    }
  }

  Comparer comparer(Nearness nearness) {
    return switch (nearness) {
      case COUNTED -> comparers.counted();
      case WITHHELD -> comparers.withheld();
      case SUPPOSED -> comparers.supposed();
    };
  }

  /// What the finding moves a score by.
  double weigh(Finding finding, double score, boolean likeNames) {
    double share =
        switch (finding.agreement()) {
          case AGREES -> onlyLikeNames && !likeNames ? 0 : agrees * (1 - score);
          case CLOSE -> onlyLikeNames && !likeNames ? 0 : close * (1 - score);
          case DIFFERS -> -differs * score;
          case NOT_COMPARED -> 0;
        };
    return share * finding.strength();
  }
}
