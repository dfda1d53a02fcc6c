// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

/// Check-digit systems that many formats share.
final class Checksums {
  private static final int[][] DAMM = {
    {0, 3, 1, 7, 5, 9, 8, 6, 4, 2}, {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
    {4, 2, 0, 6, 8, 7, 1, 3, 5, 9}, {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
    {6, 1, 2, 3, 0, 4, 5, 9, 7, 8}, {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
    {5, 8, 6, 9, 7, 2, 0, 1, 3, 4}, {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
    {9, 4, 3, 8, 6, 1, 7, 2, 0, 5}, {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
  };
  private static final int[][] DIHEDRAL = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
    {2, 3, 4, 0, 1, 7, 8, 9, 5, 6}, {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
    {4, 0, 1, 2, 3, 9, 5, 6, 7, 8}, {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
    {6, 5, 9, 8, 7, 1, 0, 4, 3, 2}, {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
    {8, 7, 6, 5, 9, 3, 2, 1, 0, 4}, {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
  };
  private static final int[] TURN = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

  private Checksums() {}

  /// ISO/IEC 7812-1 annex B.
  static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Digits.at(digits, digits.length() - 1 - i);
      int doubled = i % 2 == 0 ? digit : digit * 2;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  /// H. M. Damm, 2004.
  static boolean damm(String digits) {
    int interim = 0;
    for (int i = 0; i < digits.length(); i++) {
      interim = DAMM[interim][Digits.at(digits, i)];
    }
    return interim == 0;
  }

  /// J. Verhoeff, 1969.
  static boolean verhoeff(String digits) {
    int check = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Digits.at(digits, digits.length() - 1 - i);
      for (int k = 0; k < i % 8; k++) {
        digit = TURN[digit];
      }
      check = DIHEDRAL[check][digit];
    }
    return check == 0;
  }

  /// ISO/IEC 7064 MOD 97-10 over digits and letters.
  static boolean mod97(String text) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      digits.append(Digits.value(text.charAt(i)));
    }
    return Digits.mod(digits.toString(), 97) == 1;
  }

  /// GTIN and all that follow it (GS1 General Specifications 7.9): weights 1 and 3 from the right.
  static boolean ean(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += Digits.at(digits, digits.length() - 1 - i) * (i % 2 == 0 ? 1 : 3);
    }
    return sum % 10 == 0;
  }

  /// ISO/IEC 7064 MOD 11,10.
  static boolean mod11Dot10(String digits) {
    return hybrid(digits, "0123456789");
  }

  /// ISO/IEC 7064 MOD 37,36.
  static boolean mod37Dot36(String text) {
    return hybrid(text, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  }

  /// ISO/IEC 7064 hybrid systems over an alphabet of as many characters as the smaller modulus.
  static boolean hybrid(String text, String alphabet) {
    int size = alphabet.length();
    int check = size / 2;
    for (int i = 0; i < text.length(); i++) {
      int doubled = (check == 0 ? size : check) * 2 % (size + 1);
      check = (doubled + alphabet.indexOf(text.charAt(i))) % size;
    }
    return check == 1;
  }

  /// The Luhn system over an alphabet of another even size.
  static boolean luhn(String text, String alphabet) {
    int size = alphabet.length();
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = alphabet.indexOf(text.charAt(text.length() - 1 - i)) * (i % 2 + 1);
      sum += value / size + value % size;
    }
    return sum % size == 0;
  }

  /// ISO/IEC 7064 pure systems with a last character beyond the alphabet: MOD 11-2 with X, MOD 37-2
  /// with *.
  static boolean pure(String text, int modulus, char beyond) {
    int check = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int value = c == beyond ? modulus - 1 : Digits.value(c);
      check = (2 * check + value) % modulus;
    }
    return check == 1;
  }
}
