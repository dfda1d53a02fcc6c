// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.birth;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lat.enlace.matching.algo1.date.DateReader;

/// Whether a text is a date and nothing more. The matcher reads the year in "after 2005" or
/// "2000s"; for a latest day such a year says nothing, so every word and sign must be one that
/// stands in dates.
final class PlainDate {
  private static final Pattern TOKEN = Pattern.compile("\\d+|\\p{L}+");
  private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\d\\s.,/()'’‐–~?ºª°:-]");
  private static final int LEAST_LETTERS = 3;
  private static final int LONGEST_DAY = 2;
  private static final int YEAR = 4;

  // Between two dates, and behind a time.
  private static final Set<String> BETWEEN =
      words("to from until bis tot between entre desde tussen t z utc");
  private static final Set<String> MONTHS =
      words(
          "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre"
              + " diciembre janeiro fevereiro marco maio junho julho setembro outubro novembro"
              + " dezembro january february march april may june july august september october"
              + " november december janvier fevrier mars avril mai juin juillet aout septembre"
              + " octobre novembre decembre januari februari maart mrt mei juni juli augustus"
              + " oktober");

  private PlainDate() {}

  /// True if all of {@code text} belongs to a date; one word that is not known may stand between
  /// day and year, where it is the name of a month.
  static boolean is(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{Mn}", "")
            .toLowerCase(Locale.ROOT);
    if (SIGN.matcher(plain).find()) {
      return false;
    }
    List<String> tokens =
        TOKEN
            .matcher(plain)
            .results()
            .map(found -> found.group())
            .filter(PlainDate::tells)
            .toList();
    for (int i = 0; i < tokens.size(); i++) {
      if (isWord(tokens.get(i)) && !isBetweenDayAndYear(tokens, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBetweenDayAndYear(List<String> tokens, int at) {
    return at > 0
        && at + 1 < tokens.size()
        && !isWord(tokens.get(at - 1))
        && tokens.get(at - 1).length() <= LONGEST_DAY
        && !isWord(tokens.get(at + 1))
        && tokens.get(at + 1).length() == YEAR;
  }

  /// False of what every date may have.
  private static boolean tells(String token) {
    return !isWord(token)
        || !(DateReader.isKnown(token) || BETWEEN.contains(token) || isName(token));
  }

  /// The name of a month or a day of the week, or how one begins.
  private static boolean isName(String word) {
    return word.length() >= LEAST_LETTERS
        && (DateReader.beginsWeekday(word)
            || MONTHS.stream().anyMatch(name -> name.startsWith(word)));
  }

  private static boolean isWord(String token) {
    return !Character.isDigit(token.charAt(0));
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split(" ", -1)).collect(Collectors.toUnmodifiableSet());
  }
}
