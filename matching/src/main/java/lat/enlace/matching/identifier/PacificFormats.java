// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.TO_TEN;
import static lat.enlace.matching.identifier.Rules.check;
import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.digits;
import static lat.enlace.matching.identifier.Rules.known;
import static lat.enlace.matching.identifier.Rules.rest;
import static lat.enlace.matching.identifier.Rules.zero;

import java.util.Arrays;
import java.util.Map;

/// Australia and New Zealand.
final class PacificFormats {
  private static final int[] EARLY = {0, 0, 6, 3, 7, 9, 0, 0, 10, 5, 8, 4, 2, 1};
  private static final int[] LATE = {0, 0, 0, 0, 0, 0, 0, 0, 10, 5, 8, 4, 2, 1};

  private PacificFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    schemes.put(
        "au_abn",
        Scheme.of(
            "Australia: business number ABN, ABR",
            " ",
            // 1 is taken from the first digit, which weighs 10.
            digits(11)
                .then(checked(n -> rest(n, 89, 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19) == 10))));
    schemes.put(
        "au_acn",
        Scheme.of(
            "Australia: company number ACN, ASIC",
            " ",
            digits(9).then(check(TO_TEN, 8, 7, 6, 5, 4, 3, 2, 1))));
    schemes.put(
        "au_tfn",
        Scheme.of(
            "Australia: tax file number TFN, ATO",
            " ",
            digits(8, 9)
                .then(n ->
                    zero(11, Arrays.copyOf(new int[] {1, 4, 3, 7, 5, 8, 6, 9, 10}, n.length()))
                        .judge(n))));
    schemes.put(
        "nz_ird",
        Scheme.of(
            "New Zealand: tax number IRD, Inland Revenue",
            " -",
            digits(8, 9)
                .then(
                    known(n -> {
                      int number = Digits.number(n);
                      return number > 10_000_000 && number < 150_000_000;
                    }))
                .then(checked(PacificFormats::revenue))));
    schemes.put(
        "nz_bankaccount",
        Scheme.of(
                "New Zealand: bank account, Payments NZ; branch by form only",
                " ",
                digits(16).then(checked(PacificFormats::account)))
            .form(PacificFormats::padded));
  }

  private static boolean revenue(String n) {
    String nine = Digits.padded(n, 9);
    int check = (11 - rest(nine, 11, 3, 2, 7, 6, 5, 4, 3, 2)) % 11;
    if (check == 10) {
      check = (11 - rest(nine, 11, 7, 4, 3, 2, 5, 2, 7, 6)) % 11;
    }
    return Digits.at(nine, 8) == check;
  }

  // Bank two digits, branch four, account eight, suffix four of which three are kept.
  private static String padded(String n) {
    String[] parts = n.split("-", -1);
    if (parts.length == 4) {
      return parts[0]
          + Digits.padded(parts[1], 4)
          + Digits.padded(parts[2], 7)
          + Digits.padded(parts[3], 3);
    }
    String digits = n.replace("-", "");
    return digits.length() == 15 ? digits.substring(0, 13) + "0" + digits.substring(13) : digits;
  }

  // Inland Revenue's specification of 2013 onwards: which weights are used hangs on the bank.
  private static boolean account(String n) {
    String whole = n.substring(0, 6) + "0" + n.substring(6, 13);
    String suffixed = whole + "0" + n.substring(13);
    return switch (Digits.number(n, 0, 2)) {
      case 1, 2, 3, 6, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 27, 30, 35, 38 ->
          rest(whole, 11, Digits.number(n, 6, 13) < 990_000 ? EARLY : LATE) == 0;
      case 8 -> rest(whole, 11, 0, 0, 0, 0, 0, 0, 0, 7, 6, 5, 4, 3, 2, 1) == 0;
      case 9 ->
          foldedTwice(suffixed, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 4, 3, 2, 0, 0, 0, 1) % 11 == 0;
      case 25, 33 -> rest(whole, 10, 0, 0, 0, 0, 0, 0, 0, 1, 7, 3, 1, 7, 3, 1) == 0;
      case 26, 28, 29 ->
          foldedTwice(suffixed, 0, 0, 0, 0, 0, 0, 0, 1, 3, 7, 1, 3, 7, 1, 0, 3, 7, 1) % 10 == 0;
      case 31 -> true;
      default -> false;
    };
  }

  // The digits of each product are summed, and of that sum again.
  private static int foldedTwice(String n, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      int product = Digits.at(n, i) * weights[i];
      int folded = product / 10 + product % 10;
      sum += folded / 10 + folded % 10;
    }
    return sum;
  }
}
