// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.clock;

import java.time.LocalDate;

/// Easter Sunday of the Gregorian calendar, by the anonymous algorithm published in Nature in 1876
/// and in Meeus, Astronomical Algorithms, chapter 8.
final class Easter {
  private Easter() {}

  static LocalDate sunday(int year) {
    int golden = year % 19;
    int century = year / 100;
    int inCentury = year % 100;
    int corrected = (century - (century + 8) / 25 + 1) / 3;
    int epact = (19 * golden + century - century / 4 - corrected + 15) % 30;
    int week = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
    int late = (golden + 11 * epact + 22 * week) / 451;
    int day = epact + week - 7 * late + 114;
    return LocalDate.of(year, day / 31, day % 31 + 1);
  }
}
