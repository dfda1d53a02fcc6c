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

/// Whether a text is a date and nothing more. The matcher reads the year in "after 2005" or
/// "2000s"; for a latest day such a year says nothing, so every word and sign must be one that
/// stands in dates.
final class PlainDate {
  private static final Pattern TOKEN = Pattern.compile("\\d+|\\p{L}+");
  private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\d\\s.,/()'’‐–~?ºª°:-]");
  private static final int LEAST_LETTERS = 3;
  private static final int LONGEST_DAY = 2;
  private static final int YEAR = 4;

  // What stands in dates beside day, month and year, and what dates are called.
  private static final Set<String> FILLERS =
      words(
          "a al and at ca circa c d da de del do dos el em en et in la le les of on op o the y e st"
              + " nd rd th er ro ra ste to from until bis tot between entre desde tussen date dato"
              + " day dia dag jour born birth dob nac nacido nacida nascido nascida ne nee geboren"
              + " fecha data year ano annee jaar anos about approx approximately aprox"
              + " aproximadamente hacia cerca vers environ omstreeks estimated t z utc");
  private static final Set<String> WEEKDAYS =
      words(
          "monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves"
              + " viernes sabado domingo segunda terca quarta quinta sexta feira lundi mardi mercredi"
              + " jeudi vendredi samedi dimanche maandag dinsdag woensdag donderdag vrijdag zaterdag"
              + " zondag");
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
        || !(FILLERS.contains(token) || begins(WEEKDAYS, token) || begins(MONTHS, token));
  }

  private static boolean begins(Set<String> names, String word) {
    return word.length() >= LEAST_LETTERS && names.stream().anyMatch(name -> name.startsWith(word));
  }

  private static boolean isWord(String token) {
    return !Character.isDigit(token.charAt(0));
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split(" ", -1)).collect(Collectors.toUnmodifiableSet());
  }
}
