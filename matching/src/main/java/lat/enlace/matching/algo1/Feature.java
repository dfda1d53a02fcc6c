// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1;

import lat.enlace.matching.ComparedFeature;
import lat.enlace.matching.Nearness;

/// One line of the table of weighted features.
///
/// @param name which feature
/// @param near what finds it where nearness counts
/// @param equal what finds it where nearness is withheld
/// @param agrees share of what is missing to 1 that an agreement adds to the score
/// @param close share that a near agreement adds
/// @param differs share of the score that a contradiction takes away
/// @param onlyLikeNames whether it lifts only names that are already alike
/// @param evidence why these weights
record Feature(
    ComparedFeature name,
    Comparer near,
    Comparer equal,
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

  Comparer comparer(Nearness nearness) {
    return switch (nearness) {
      case COUNTED -> near;
      case WITHHELD -> equal;
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
