// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The few shapes that most numbers are made of. A check character that follows from a weighted sum
/// is given as the row of characters it is taken from, one for each remainder, so the length of the
/// row is the modulus; a dash in the row stands for a remainder under which no number is issued.
final class Rules {
  /// Remainder of 10.
  static final String TEN = "0123456789";

  /// What is missing to 10.
  static final String TO_TEN = "0987654321";

  /// Remainder of 11, none issued for 10.
  static final String ELEVEN = "0123456789-";

  /// Remainder of 11, 10 written as 0.
  static final String ELEVEN_0 = "01234567890";

  /// Remainder of 11, 10 written as 1.
  static final String ELEVEN_1 = "01234567891";

  /// What is missing to 11, none issued for 10.
  static final String TO_ELEVEN = "0-987654321";

  /// What is missing to 11, 10 written as 0.
  static final String TO_ELEVEN_0 = "00987654321";

  /// What is missing to 11, 10 written as X.
  static final String TO_ELEVEN_X = "0X987654321";

  /// What is missing to 11, the last digit of it.
  static final String TO_ELEVEN_LAST = "10987654321";

  private Rules() {}

  /// Only digits, as many as one of {@code lengths}.
  static Rule digits(int... lengths) {
    return length(lengths).then(n -> Digits.all(n) ? Fault.NONE : Fault.CHARACTERS);
  }

  /// One of {@code lengths} and the form of the regular expression.
  static Rule form(String form, int... lengths) {
    Pattern pattern = Pattern.compile(form);
    return length(lengths).then(n -> pattern.matcher(n).matches() ? Fault.NONE : Fault.CHARACTERS);
  }

  /// Between {@code least} and {@code most} characters in the form of the regular expression.
  static Rule spread(int least, int most, String form) {
    Rule characters = form(form);
    return n -> n.length() < least || n.length() > most ? Fault.LENGTH : characters.judge(n);
  }

  private static Rule length(int... lengths) {
    return n -> {
      for (int length : lengths) {
        if (n.length() == length) {
          return Fault.NONE;
        }
      }
      return lengths.length == 0 ? Fault.NONE : Fault.LENGTH;
    };
  }

  /// The character after the weighted ones is the one of {@code row} at the sum's remainder.
  static Rule check(String row, int... weights) {
    return checked(n -> n.charAt(weights.length) == row.charAt(rest(n, row.length(), weights)));
  }

  /// As {@link #check}, summing the digits of each product.
  static Rule folded(String row, int... weights) {
    return checked(n -> n.charAt(weights.length) == row.charAt(fold(n, weights) % row.length()));
  }

  /// The weighted sum is a multiple of {@code modulus}.
  static Rule zero(int modulus, int... weights) {
    return checked(n -> rest(n, modulus, weights) == 0);
  }

  static Rule checked(Predicate<String> fits) {
    return n -> Digits.when(fits.test(n));
  }

  /// A part with a meaning has a value that exists.
  static Rule known(Predicate<String> exists) {
    return n -> exists.test(n) ? Fault.NONE : Fault.COMPONENT;
  }

  /// The part from {@code from} up to {@code to} is one of the words.
  static Rule among(int from, int to, String words) {
    return known(n -> Digits.in(n.substring(from, to), words));
  }

  /// The digits from {@code from} up to {@code to} are a number in the range.
  static Rule range(int from, int to, int least, int most) {
    return known(n -> {
      int number = Digits.number(n, from, to);
      return number >= least && number <= most;
    });
  }

  /// The first character is one of {@code characters}.
  static Rule first(String characters) {
    return known(n -> characters.indexOf(n.charAt(0)) >= 0);
  }

  /// The digits from {@code from} up to {@code to} are not all zero.
  static Rule some(int from, int to) {
    return known(n -> !n.substring(from, to).chars().allMatch(c -> c == '0'));
  }

  static Rule luhn() {
    return checked(Checksums::luhn);
  }

  /// Remainder of the weighted sum; letters count by their place in 0-9A-Z. Never negative.
  static int rest(String n, int modulus, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += Digits.value(n.charAt(i)) * weights[i];
    }
    return Math.floorMod(sum, modulus);
  }

  /// Sum of the digits of the weighted digits.
  static int fold(String n, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      int product = Digits.value(n.charAt(i)) * weights[i];
      sum += product / 10 + product % 10;
    }
    return sum;
  }
}
