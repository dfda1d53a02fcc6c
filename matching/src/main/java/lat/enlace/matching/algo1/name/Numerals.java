// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.name;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers as names of vessels, units and companies carry them: Roman numerals, ordinals in digits
/// (99th, 2do) and in words (first, segundo, terceira).
final class Numerals {
  private static final List<String> ROMAN =
      List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii");

  // English, Spanish, Portuguese, French; the place in the list is the number.
  private static final List<String> ORDINALS =
      List.of(
          "first primero primera primer primeiro primeira premier premiere",
          "second segundo segunda deuxieme seconde",
          "third tercero tercera tercer terceiro terceira troisieme",
          "fourth cuarto cuarta quarto quarta quatrieme",
          "fifth quinto quinta cinquieme",
          "sixth sexto sexta sixieme",
          "seventh septimo septima setimo setima septieme",
          "eighth octavo octava oitavo oitava huitieme",
          "ninth noveno novena nono nona neuvieme",
          "tenth decimo decima dixieme",
          "eleventh undecimo onceno onzieme",
          "twelfth duodecimo douzieme",
          "thirteenth treizieme",
          "fourteenth quatorzieme",
          "fifteenth quinzieme",
          "sixteenth seizieme");
  private static final Pattern DIGITS =
      Pattern.compile("(\\d{1,4})(?:st|nd|rd|th|o|a|er|ro|do|to|ra|da|ta|eme|e)");
  private static final Map<String, String> WORDS = words();

  private Numerals() {}

  private static Map<String, String> words() {
    Map<String, String> words = new HashMap<>();
    for (int i = 0; i < ROMAN.size(); i++) {
      words.put(ROMAN.get(i), Integer.toString(i + 1));
    }
    for (int i = 0; i < ORDINALS.size(); i++) {
      for (String word : ORDINALS.get(i).split(" ", -1)) {
        words.put(word, Integer.toString(i + 1));
      }
    }
    return Map.copyOf(words);
  }

  /// The number in digits if {@code word} is a numeral, else the word.
  static String read(String word) {
    String known = WORDS.get(word);
    if (known != null) {
      return known;
    }
    Matcher digits = DIGITS.matcher(word);
    return digits.matches() ? digits.group(1) : word;
  }
}
