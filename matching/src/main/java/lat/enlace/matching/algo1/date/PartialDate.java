// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.date;

import lat.enlace.model.PersonalData;

/// A date as far as it is known.
///
/// @param from first year it may lie in
/// @param to last year it may lie in
/// @param month 1..12, or 0 if not known
/// @param day 1..31, or 0 if not known
/// @param about whether its source calls it approximate
@PersonalData
public record PartialDate(int from, int to, int month, int day, boolean about) {
  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  /// A day that does not exist is read as its month, a month that does not exist as its year.
  static PartialDate of(int year, int month, int day, boolean about) {
    boolean monthExists = month >= 1 && month <= 12;
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    boolean dayExists =
        monthExists && day >= 1 && day <= (month == 2 && !leap ? 28 : DAYS[month - 1]);
    return new PartialDate(year, year, monthExists ? month : 0, dayExists ? day : 0, about);
  }

  /// Known to the day.
  public boolean isWhole() {
    return day > 0;
  }

  /// The first of January stands on many papers of people who know only their year.
  boolean isNewYear() {
    return month == 1 && day == 1;
  }

  @Override
  public String toString() {
    return "PartialDate";
  }
}
