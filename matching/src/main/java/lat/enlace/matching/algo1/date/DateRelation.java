// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.date;

import lat.enlace.model.Agreement;

/// What two dates say of each other.
///
/// The strength of an agreement follows how many people share it by chance: among births over 60
/// years one person in 22,000 has the day, one in 720 the month, one in 60 the year.
public enum DateRelation {
  /// The same day.
  SAME_DAY(Agreement.AGREES, 1.0, "date.same"),
  /// The same month, the day unknown on one side.
  SAME_MONTH(Agreement.AGREES, 0.6, "date.same-month"),
  /// The same year, the rest unknown on one side.
  SAME_YEAR(Agreement.AGREES, 0.4, "date.same-year"),
  /// Within what an approximate date or a range allows.
  IN_RANGE(Agreement.CLOSE, 0.4, "date.in-range"),
  /// Day and month changed places.
  SWAPPED(Agreement.CLOSE, 1.0, "date.swapped"),
  /// One digit or one step of the month or year away.
  SLIP(Agreement.CLOSE, 0.8, "date.slip"),
  /// The same year, another day.
  OTHER_DAY(Agreement.DIFFERS, 0.6, "date.other-day"),
  /// Another year.
  OTHER_YEAR(Agreement.DIFFERS, 1.0, "date.other-year");

  private final Agreement agreement;
  private final double strength;
  private final String key;

  DateRelation(Agreement agreement, double strength, String key) {
    this.agreement = agreement;
    this.strength = strength;
    this.key = key;
  }

  /// In one of the four words.
  public Agreement agreement() {
    return agreement;
  }

  /// How much of the feature's weight it carries, 0..1.
  public double strength() {
    return strength;
  }

  /// Message key of the explanation.
  public String key() {
    return key;
  }

  /// Higher relations speak more for one person.
  public boolean betterThan(DateRelation other) {
    int mine = sign();
    int theirs = other.sign();
    return mine != theirs
        ? mine > theirs
        : mine == 0 ? strength < other.strength : strength > other.strength;
  }

  private int sign() {
    return switch (agreement) {
      case AGREES -> 2;
      case CLOSE -> 1;
      case DIFFERS, NOT_COMPARED -> 0;
    };
  }

  /// The relation of two dates; symmetric.
  public static DateRelation of(PartialDate a, PartialDate b) {
    boolean range = a.about() || b.about() || a.from() != a.to() || b.from() != b.to();
    if (range) {
      int slackA = a.about() ? 2 : 0;
      int slackB = b.about() ? 2 : 0;
      boolean meet = a.from() - slackA <= b.to() + slackB && b.from() - slackB <= a.to() + slackA;
      return meet ? IN_RANGE : OTHER_YEAR;
    }
    if (a.from() != b.from()) {
      return slipped(a, b) ? SLIP : OTHER_YEAR;
    }
    if (a.month() == 0 || b.month() == 0) {
      return SAME_YEAR;
    }
    boolean sameMonth = a.month() == b.month();
    if (!a.isWhole() || !b.isWhole()) {
      return sameMonth ? SAME_MONTH : OTHER_DAY;
    }
    if (sameMonth && a.day() == b.day()) {
      return a.isNewYear() ? SAME_MONTH : SAME_DAY;
    }
    if (a.month() == b.day() && a.day() == b.month()) {
      return SWAPPED;
    }
    if (a.isNewYear() || b.isNewYear()) {
      return SAME_YEAR;
    }
    return slipped(a, b) ? SLIP : OTHER_DAY;
  }

  /// The relation of two whole dates without any nearness: the same day, day and month changed
  /// over, or as far apart as any two, however near.
  public static DateRelation ofWhole(PartialDate a, PartialDate b) {
    if (a.equals(b)) {
      return SAME_DAY;
    }
    boolean swapped = a.from() == b.from() && a.month() == b.day() && a.day() == b.month();
    return swapped ? SWAPPED : OTHER_YEAR;
  }

  // One digit written wrong, or neighbours swapped, in a whole date; a year alone that is one off.
  private static boolean slipped(PartialDate a, PartialDate b) {
    if (!a.isWhole() || !b.isWhole()) {
      return Math.abs(a.from() - b.from()) == 1 && a.month() == b.month();
    }
    String x = digits(a);
    String y = digits(b);
    int differ = 0;
    int first = -1;
    for (int i = 0; i < x.length(); i++) {
      if (x.charAt(i) != y.charAt(i)) {
        differ++;
        first = first < 0 ? i : first;
      }
    }
    boolean swapped =
        differ == 2
            && x.charAt(first) == y.charAt(first + 1)
            && x.charAt(first + 1) == y.charAt(first);
    return (differ == 1 && first > 1) || swapped;
  }

  private static String digits(PartialDate date) {
    return "%04d%02d%02d".formatted(date.from(), date.month(), date.day());
  }
}
