// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.name;

import java.util.List;

/// Small Roman numerals, as names of vessels and companies end in.
final class RomanNumerals {
  private static final List<String> NUMERALS =
      List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii");

  private RomanNumerals() {}

  /// The number in digits if {@code word} is a numeral, else the word.
  static String read(String word) {
    int at = NUMERALS.indexOf(word);
    return at < 0 ? word : Integer.toString(at + 1);
  }
}
