// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.birth;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lat.enlace.matching.algo1.date.DateReader;
import lat.enlace.matching.algo1.date.PartialDate;

/// The last day on which someone can have been born, as a text says it in any form that the matcher
/// reads (docs/spec/gates.md, "Age"). Whatever the text leaves open is read as late as it can be: a
/// year as its last day, `05/12` as the later of both readings, "about" as two years more, several
/// years as the last of them. A text that says more than a date ("after 2005", "2000s") says no
/// last day.
public final class LatestBirth {
  /// What "about" allows on either side, as the matcher takes it.
  private static final int ABOUT_YEARS = 2;

  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:1[89]|20|21)\\d{2}(?!\\d)");
  private static final Pattern YEAR_FIRST = Pattern.compile("^\\D*\\d{4}.*");
  // A hyphen and two digits are a month (ISO 8601).
  private static final Pattern TWO_YEARS =
      Pattern.compile("(\\d{4})(?:-(?=\\d$)|\\s*/\\s*)(\\d{1,2})");
  private static final DateReader READER = new DateReader();

  private LatestBirth() {}

  /// The last day; empty if no date can be read, or more than a date is said.
  public static Optional<LocalDate> of(String text) {
    String plain = DateReader.withoutTime(text);
    if (!PlainDate.is(plain)) {
      return Optional.empty();
    }
    return READER
        .read(plain)
        .map(read -> later(later(latest(read, plain), lastYear(plain)), nextYear(plain)));
  }

  private static LocalDate latest(PartialDate read, String text) {
    int year = read.to() + (read.about() ? ABOUT_YEARS : 0);
    if (read.about() || read.from() != read.to() || read.month() == 0) {
      return lastOf(year);
    }
    LocalDate day = day(year, read.month(), read.day());
    boolean eitherOrder =
        read.day() > 0
            && read.day() <= 12
            && !YEAR_FIRST.matcher(text).matches()
            && text.chars().noneMatch(Character::isLetter);
    return eitherOrder ? later(day, day(year, read.day(), read.month())) : day;
  }

  private static LocalDate day(int year, int month, int day) {
    try {
      return day == 0 ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return lastOf(year);
    }
  }

  /// A text that names more years than the reader took means at most the last of them.
  private static LocalDate lastYear(String text) {
    LocalDate last = LocalDate.MIN;
    Matcher years = YEAR.matcher(COMPACT.matcher(text).replaceAll("$1-$2-$3"));
    int first = 0;
    while (years.find()) {
      int year = Integer.parseInt(years.group());
      if (first != 0 && year != first) {
        last = later(last, lastOf(year));
      }
      first = year;
    }
    return last;
  }

  /// `2007/8` may be a month, and may be two years.
  private static LocalDate nextYear(String text) {
    Matcher pair = TWO_YEARS.matcher(text.strip());
    if (!pair.matches()) {
      return LocalDate.MIN;
    }
    int next = Integer.parseInt(pair.group(1)) + 1;
    int digits = pair.group(2).length() == 1 ? 10 : 100;
    return Integer.parseInt(pair.group(2)) == next % digits ? lastOf(next) : LocalDate.MIN;
  }

  private static LocalDate lastOf(int year) {
    return LocalDate.of(year, 12, 31);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
