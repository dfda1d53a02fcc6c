// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.date;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads dates as people write them: ISO 8601, day first as the region writes, month names in the
/// five languages or as Roman numerals, circa, ranges; a time of day behind it does not count.
/// Between two readings of one text (03/04/1960) the day comes first. Beside a word that is not
/// known nothing but a year is read: the word may be a month.
public final class DateReader {
  private static final int MAX_LENGTH = 64;
  private static final Pattern TOKEN = Pattern.compile("\\d+|\\p{L}+");
  private static final Pattern TIME =
      Pattern.compile("(?<=\\d)(?:[Tt]|\\s+)\\d{1,2}:\\d{2}(?:\\D.*)?$");
  private static final int LEAST_LETTERS = 3;
  private static final int YEAR_DIGITS = 4;
  private static final Pattern COMPACT = Pattern.compile("(1[89]|20)\\d{6}");
  private static final Pattern RANGE =
      Pattern.compile(
          "\\s(?:to|and|a|y|e|et|en|tot|until|al|bis)\\s|\\s-\\s|(?<=\\b\\d{4})-(?=\\d{4}\\b)|–");
  private static final Pattern ABOUT =
      Pattern.compile(
          "\\b(circa|ca|c|about|approx|approximately|aprox|aproximadamente|hacia|cerca|vers|environ|omstreeks|estimated)\\b|~|\\?");
  // First three letters of the months in Spanish, Portuguese, English, French and Dutch.
  private static final List<String> MONTHS =
      List.of(
          "jan ene",
          "feb fev",
          "mar maa mrt",
          "apr abr avr",
          "may mai mei",
          "jun juin",
          "jul juil",
          "aug ago aou",
          "sep set",
          "oct out okt",
          "nov",
          "dec dic dez");

  private static final List<String> ROMAN =
      List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");

  // What stands in dates beside day, month and year, and what dates are called.
  private static final Set<String> FILLERS =
      Set.of(
          ("a al and at ca circa d da de del do dos el em en et in la le les of on op o the y e"
                  + " st nd rd th er ro ra ste date dato day dia dag jour born birth dob nac nacido"
                  + " nacida nascido nascida ne nee geboren fecha data year ano annee jaar anos")
              .split(" ", -1));
  private static final Set<String> WEEKDAYS =
      Set.of(
          ("monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
                  + " lunes martes miercoles jueves viernes sabado domingo lun mie jue vie sab dom"
                  + " segunda terca quarta quinta sexta feira lundi mardi mercredi jeudi vendredi"
                  + " samedi dimanche maandag dinsdag woensdag donderdag vrijdag zaterdag zondag")
              .split(" ", -1));

  /// True if the name of a day of the week begins with `letters`.
  public static boolean beginsWeekday(String letters) {
    return WEEKDAYS.stream().anyMatch(name -> name.startsWith(letters));
  }

  /// The text without the time of day that tables put behind a date.
  public static String withoutTime(String text) {
    return TIME.matcher(text.strip()).replaceFirst("");
  }

  /// The date; empty if no year can be read.
  public Optional<PartialDate> read(String text) {
    String day = withoutTime(text);
    String plain = day.length() > MAX_LENGTH ? day.substring(0, MAX_LENGTH) : day;
    plain = Normalizer.normalize(plain, Normalizer.Form.NFKD).replaceAll("\\p{Mn}", "");
    plain = plain.toLowerCase(Locale.ROOT).strip();
    boolean about = ABOUT.matcher(plain).find();
    String[] ends =
        RANGE.split(plain.replaceFirst("^(between|entre|from|de|desde|tussen)\\s", ""), 3);
    Optional<PartialDate> first = single(ends[0], about);
    if (ends.length == 2 && first.isPresent()) {
      Optional<PartialDate> last = single(ends[1], about);
      if (last.isPresent() && last.get().to() > first.get().from()) {
        return Optional.of(new PartialDate(first.get().from(), last.get().to(), 0, 0, about));
      }
      boolean wholeYear = last.isPresent() && last.get().month() != first.get().month();
      return wholeYear ? Optional.of(PartialDate.of(first.get().from(), 0, 0, about)) : first;
    }
    return first;
  }

  private static Optional<PartialDate> single(String text, boolean about) {
    if (COMPACT.matcher(text).matches()) {
      int number = Integer.parseInt(text);
      return Optional.of(PartialDate.of(number / 10000, number / 100 % 100, number % 100, about));
    }
    List<String> numbers = new ArrayList<>();
    int month = 0;
    int monthAt = 0;
    boolean strange = false;
    Matcher tokens = TOKEN.matcher(text);
    while (tokens.find()) {
      String token = tokens.group();
      if (Character.isDigit(token.charAt(0))) {
        numbers.add(token);
        continue;
      }
      int named = month == 0 ? month(token, numbers.size()) : 0;
      if (named > 0) {
        month = named;
        monthAt = numbers.size();
      } else {
        strange |= !isKnown(token);
      }
    }
    if (month > 0) {
      return named(numbers, month, monthAt, about);
    }
    return strange ? yearAlone(numbers, about) : numeric(numbers, about);
  }

  /// True of a word that stands in dates and names no month.
  ///
  /// @param word in lower case, without marks
  public static boolean isKnown(String word) {
    return FILLERS.contains(word) || WEEKDAYS.contains(word) || ABOUT.matcher(word).matches();
  }

  /// The only number that can be a year.
  private static Optional<PartialDate> yearAlone(List<String> numbers, boolean about) {
    List<String> years = numbers.stream().filter(n -> n.length() == YEAR_DIGITS).toList();
    return years.size() == 1
        ? year(years.getFirst()).map(year -> PartialDate.of(year, 0, 0, about))
        : Optional.empty();
  }

  /// @param before numbers read so far: a Roman numeral is a month between day and year alone
  private static int month(String word, int before) {
    if (WEEKDAYS.contains(word)) {
      return 0;
    }
    if (before == 1 && ROMAN.contains(word)) {
      return ROMAN.indexOf(word) + 1;
    }
    for (int i = 0; i < MONTHS.size() && word.length() >= LEAST_LETTERS; i++) {
      for (String start : MONTHS.get(i).split(" ", -1)) {
        if (word.startsWith(start)) {
          return i + 1;
        }
      }
    }
    return 0;
  }

  private static Optional<PartialDate> named(
      List<String> numbers, int month, int at, boolean about) {
    if (numbers.isEmpty() || numbers.size() > 2) {
      return Optional.empty();
    }
    if (numbers.size() == 1) {
      return year(numbers.getFirst()).map(year -> PartialDate.of(year, month, 0, about));
    }
    boolean yearFirst = numbers.getFirst().length() == 4;
    String year = yearFirst ? numbers.get(0) : numbers.get(1);
    String day = yearFirst ? numbers.get(1) : numbers.get(0);
    if (day.length() > 2 || at > 2) {
      return Optional.empty();
    }
    return year(year).map(y -> PartialDate.of(y, month, Integer.parseInt(day), about));
  }

  private static Optional<PartialDate> numeric(List<String> numbers, boolean about) {
    if (numbers.isEmpty() || numbers.size() > 3 || numbers.stream().anyMatch(n -> n.length() > 4)) {
      return Optional.empty();
    }
    if (numbers.size() == 1) {
      return numbers.getFirst().length() == 4
          ? year(numbers.getFirst()).map(year -> PartialDate.of(year, 0, 0, about))
          : Optional.empty();
    }
    boolean yearFirst = numbers.getFirst().length() == 4;
    List<String> order = yearFirst ? numbers.reversed() : numbers;
    Optional<Integer> year = year(order.getLast());
    int second = Integer.parseInt(order.get(order.size() - 2));
    int first = order.size() == 3 ? Integer.parseInt(order.getFirst()) : 0;
    boolean monthFirst = !yearFirst && second > 12 && first >= 1 && first <= 12;
    return year.map(
        y -> PartialDate.of(y, monthFirst ? first : second, monthFirst ? second : first, about));
  }

  private static Optional<Integer> year(String digits) {
    int value = digits.length() > 4 ? 0 : Integer.parseInt(digits);
    if (digits.length() <= 2) {
      // Nobody asked about was born after 2029, and a two-digit year means this or the last
      // century.
      value += value < 30 ? 2000 : 1900;
    }
    return value >= 1800 && value <= 2199 ? Optional.of(value) : Optional.empty();
  }
}
