// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads dates as lists and people write them, as ISO 8601 shortened to what is known. A date whose
/// day and month could be swapped is not read: the caller keeps it as written.
final class DateText {
  private static final Pattern ISO =
      Pattern.compile(
          "(?<y>\\d{4})(?:[-/](?<m>\\d{1,2})(?:[-/](?<d>\\d{1,2})(?:[T ].*|Z|[+-]\\d\\d:\\d\\d)?)?)?");
  private static final Pattern NUMERIC =
      Pattern.compile("(?<a>\\d{1,2})[-/.](?<b>\\d{1,2})[-/.](?<y>\\d{4})");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?:(?<d>\\d{1,2})[.]? +(?:de )?)?(?<m>\\p{L}{3,12})[.]?,? +(?:del? )?(?<y>\\d{4})");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(?<m>\\p{L}{3,12})[.]? +(?<d>\\d{1,2}),? +(?<y>\\d{4})");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final int MAX_LENGTH = 64;
  private static final int WIDEST_RANGE = 10;
  private static final int MONTHS_A_YEAR = 12;

  /// Beginnings of the names of the months in Spanish, Portuguese, English, French and Dutch.
  private static final List<List<String>> MONTHS =
      List.of(
          List.of("jan", "ene"),
          List.of("feb", "fev"),
          List.of("mar", "maa", "mrt"),
          List.of("apr", "abr", "avr"),
          List.of("may", "mai", "mei"),
          List.of("jun", "juin"),
          List.of("jul", "juil"),
          List.of("aug", "ago", "aou"),
          List.of("sep", "set"),
          List.of("oct", "out", "okt"),
          List.of("nov"),
          List.of("dec", "dic", "dez"));

  private DateText() {}

  /// The ISO form of {@code text}, or empty if it is no date or one that reads two ways.
  static Optional<String> iso(String text) {
    String plain = text.strip();
    if (plain.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Matcher iso = ISO.matcher(plain);
    if (iso.matches()) {
      return date(iso.group("y"), iso.group("m"), iso.group("d"));
    }
    Matcher numeric = NUMERIC.matcher(plain);
    if (numeric.matches()) {
      return numeric(numeric);
    }
    for (Pattern pattern : List.of(DAY_FIRST, MONTH_FIRST)) {
      Matcher words = pattern.matcher(plain);
      if (words.matches()) {
        return date(words.group("y"), month(words.group("m")), words.group("d"));
      }
    }
    return Optional.empty();
  }

  /// Every year from {@code from} to {@code to} if they are near each other, else these two: the
  /// data model knows no ranges.
  static List<String> years(int from, int to) {
    if (to < from || to - from > WIDEST_RANGE) {
      return List.of(Integer.toString(from), Integer.toString(to));
    }
    List<String> years = new ArrayList<>();
    for (int year = from; year <= to; year++) {
      years.add(Integer.toString(year));
    }
    return years;
  }

  private static Optional<String> numeric(Matcher matcher) {
    int a = Integer.parseInt(matcher.group("a"));
    int b = Integer.parseInt(matcher.group("b"));
    if (a == b || a > MONTHS_A_YEAR) {
      return date(matcher.group("y"), matcher.group("b"), matcher.group("a"));
    }
    return b > MONTHS_A_YEAR
        ? date(matcher.group("y"), matcher.group("a"), matcher.group("b"))
        : Optional.empty();
  }

  /// The number of the month that begins so; "0", which is no month, if none does.
  private static String month(String name) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).stream().anyMatch(plain::startsWith)) {
        return Integer.toString(i + 1);
      }
    }
    return "0";
  }

  private static Optional<String> date(String year, @Nullable String month, @Nullable String day) {
    try {
      int y = Integer.parseInt(year);
      if (month == null) {
        return y == 0 ? Optional.empty() : Optional.of(year);
      }
      int m = Integer.parseInt(month);
      return Optional.of(
          day == null
              ? YearMonth.of(y, m).toString()
              : LocalDate.of(y, m, Integer.parseInt(day)).toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
