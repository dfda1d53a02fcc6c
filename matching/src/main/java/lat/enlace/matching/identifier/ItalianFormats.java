// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.TEN;
import static lat.enlace.matching.identifier.Rules.among;
import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.digits;
import static lat.enlace.matching.identifier.Rules.first;
import static lat.enlace.matching.identifier.Rules.folded;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.known;
import static lat.enlace.matching.identifier.Rules.luhn;
import static lat.enlace.matching.identifier.Rules.range;
import static lat.enlace.matching.identifier.Rules.some;
import static lat.enlace.matching.identifier.Rules.spread;
import static lat.enlace.matching.identifier.Rules.zero;

import java.util.Map;

/// Italy, San Marino, Malta.
final class ItalianFormats {
  private static final String BASE32 = "0123456789BCDFGHJKLMNPQRSTUVWXYZ";
  // Letters that stand for digits where two people would have the same code.
  private static final String DIGIT_LETTERS = "LMNPQRSTUV";
  private static final String MONTHS = "ABCDEHLMPRST";
  // Value of each digit and letter at an odd place.
  private static final int[] ODD = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
  };

  private ItalianFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    Rule company =
        digits(11)
            .then(some(0, 7))
            .then(range(7, 10, 1, 100).or(among(7, 10, "120 121 888 999")))
            .then(luhn());
    schemes.put(
        "it_iva",
        Scheme.of("Italy: VAT number, Agenzia delle Entrate", " -:", company).prefix("IT"));
    String digit = "[\\d" + DIGIT_LETTERS + "]";
    Rule person =
        form(
                "[A-Z]{6}"
                    + digit
                    + "{2}["
                    + MONTHS
                    + "]"
                    + digit
                    + "{2}[A-Z]"
                    + digit
                    + "{3}[A-Z]",
                16)
            .then(known(ItalianFormats::born))
            .then(checked(ItalianFormats::personChecks));
    schemes.put(
        "it_codicefiscale",
        Scheme.of(
            "Italy: tax code, Agenzia delle Entrate",
            " -:",
            n -> n.length() == 11 ? company.judge(n) : person.judge(n)));
    schemes.put(
        "it_aic",
        Scheme.of(
                "Italy: medicine AIC, AIFA",
                " ",
                form("\\d{9}", 9).then(first("0")).then(folded(TEN, 1, 2, 1, 2, 1, 2, 1, 2)))
            .form(ItalianFormats::decimal));
    schemes.put(
        "sm_coe",
        Scheme.of(
                "San Marino: economic operator COE, Ufficio Tributario; by form only",
                " .",
                spread(1, 5, "\\d+"))
            .prefix("SM")
            .form(Digits::unpadded));
    schemes.put(
        "mt_vat",
        Scheme.of(
                "Malta: VAT number, MTCA",
                " -",
                form("[1-9]\\d{7}", 8).then(zero(37, 3, 4, 6, 7, 8, 9, 10, 1)))
            .prefix("MT"));
  }

  // Women have 40 added to the day. The century is not written.
  private static boolean born(String n) {
    int month = MONTHS.indexOf(n.charAt(8)) + 1;
    int year = value(n.charAt(6)) * 10 + value(n.charAt(7));
    int day = (value(n.charAt(9)) * 10 + value(n.charAt(10))) % 40;
    return Digits.isDate(1900 + year, month, day) || Digits.isDate(2000 + year, month, day);
  }

  private static int value(char c) {
    return Digits.is(c) ? c - '0' : DIGIT_LETTERS.indexOf(c);
  }

  private static boolean personChecks(String n) {
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      char c = n.charAt(i);
      int value = Digits.is(c) ? c - '0' : c - 'A';
      sum += i % 2 == 0 ? ODD[value] : value;
    }
    return n.charAt(15) == (char) ('A' + sum % 26);
  }

  // Six characters of base 32 are another writing of the nine digits.
  private static String decimal(String n) {
    if (n.length() != 6) {
      return n;
    }
    long value = 0;
    for (int i = 0; i < 6; i++) {
      int digit = BASE32.indexOf(n.charAt(i));
      if (digit < 0) {
        return n + "   ";
      }
      value = value * 32 + digit;
    }
    return Digits.padded(Long.toString(value), 9);
  }
}
