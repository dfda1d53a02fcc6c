// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

/// Arithmetic on strings of digits.
final class Digits {
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private Digits() {}

  static boolean all(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!is(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  static boolean is(char c) {
    return c >= '0' && c <= '9';
  }

  static int at(String text, int i) {
    return text.charAt(i) - '0';
  }

  static int number(String text) {
    return Integer.parseInt(text);
  }

  static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  /// With zeros before it up to {@code length}.
  static String padded(String text, int length) {
    return "0".repeat(Math.max(0, length - text.length())) + text;
  }

  /// Without the zeros before it.
  static String unpadded(String text) {
    return text.replaceFirst("^0+", "");
  }

  /// Position in 0-9A-Z; -1 for anything else.
  static int value(char c) {
    return ALPHABET.indexOf(c);
  }

  /// Sum of the first digits times the weights.
  static int weighted(String text, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += at(text, i) * weights[i];
    }
    return sum;
  }

  static boolean same(String text) {
    return text.chars().distinct().count() == 1;
  }

  static int mod(String digits, int modulus) {
    long rest = 0;
    for (int i = 0; i < digits.length(); i++) {
      rest = (rest * 10 + at(digits, i)) % modulus;
    }
    return (int) rest;
  }

  /// Whether the last character of {@code number} is {@code check}.
  static Fault last(String number, int check) {
    return when(number.charAt(number.length() - 1) == (char) ('0' + check));
  }

  static Fault when(boolean checks) {
    return checks ? Fault.NONE : Fault.CHECKSUM;
  }

  static Fault form(String number, int length) {
    if (number.length() != length) {
      return Fault.LENGTH;
    }
    return all(number) ? Fault.NONE : Fault.CHARACTERS;
  }

  static boolean isDate(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]) {
      return false;
    }
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month != 2 || day != 29 || leap;
  }

  static boolean in(String part, String words) {
    return (" " + words + " ").contains(" " + part + " ");
  }
}
