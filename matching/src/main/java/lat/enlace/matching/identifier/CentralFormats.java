// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.ELEVEN;
import static lat.enlace.matching.identifier.Rules.ELEVEN_0;
import static lat.enlace.matching.identifier.Rules.TO_ELEVEN_LAST;
import static lat.enlace.matching.identifier.Rules.TO_TEN;
import static lat.enlace.matching.identifier.Rules.check;
import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.digits;
import static lat.enlace.matching.identifier.Rules.first;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.known;
import static lat.enlace.matching.identifier.Rules.some;
import static lat.enlace.matching.identifier.Rules.zero;

import java.util.Map;

/// Czechia, Slovakia, Poland, Hungary.
final class CentralFormats {
  private CentralFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    Rule birthNumber = digits(9, 10).then(CentralFormats::birthNumber);
    Rule company = digits(8).then(check(TO_ELEVEN_LAST, 8, 7, 6, 5, 4, 3, 2));
    czechia(schemes, birthNumber, company);
    schemes.put(
        "sk_rc", Scheme.of("Slovakia: birth number, Ministry of the Interior", " /", birthNumber));
    schemes.put(
        "sk_ico", Scheme.of("Slovakia: company number IČO, Statistical Office", " ", company));
    schemes.put(
        "sk_dph",
        Scheme.of(
                "Slovakia: VAT number, Finančná správa",
                " -",
                form("[1-9]\\d[2347-9]\\d{7}", 10).then(checked(n -> Digits.mod(n, 11) == 0)))
            .prefix("SK"));
    poland(schemes);
    schemes.put(
        "hu_anum",
        Scheme.of(
                "Hungary: VAT number ANUM, NAV",
                " -",
                digits(8).then(zero(10, 9, 7, 3, 1, 9, 7, 3, 1)))
            .prefix("HU"));
  }

  private static void czechia(Map<String, Scheme> schemes, Rule birthNumber, Rule company) {
    schemes.put(
        "cz_rc", Scheme.of("Czechia: birth number, Ministry of the Interior", " /", birthNumber));
    schemes.put(
        "cz_ico", Scheme.of("Czechia: company number IČO, Statistical Office", " ", company));
    Rule special = check("89012345678", 8, 7, 6, 5, 4, 3, 2).part(1, -1);
    schemes.put(
        "cz_dic",
        Scheme.of(
                "Czechia: VAT number DIČ, Finanční správa",
                " /",
                n ->
                    switch (n.length()) {
                      case 8 -> company.then(first("012345678")).judge(n);
                      case 9 -> n.charAt(0) == '6' ? special.judge(n) : birthNumber.judge(n);
                      default -> birthNumber.judge(n);
                    })
            .prefix("CZ"));
    schemes.put(
        "cz_bankaccount",
        Scheme.of(
                "Czechia: bank account, Czech National Bank; bank by form only",
                " ",
                form("\\d{6}-\\d{10}/\\d{4}")
                    .then(some(18, 22))
                    .then(zero(11, 10, 5, 8, 4, 2, 1).part(0, 6))
                    .then(zero(11, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1).part(7, 17)))
            .form(CentralFormats::account));
  }

  private static String account(String n) {
    int slash = n.indexOf('/');
    if (slash < 0) {
      return n;
    }
    int dash = n.lastIndexOf('-', slash);
    String prefix = dash < 0 ? "" : n.substring(0, dash);
    return Digits.padded(prefix, 6)
        + "-"
        + Digits.padded(n.substring(dash + 1, slash), 10)
        + n.substring(slash);
  }

  // Women have 50 added to the month; since 2004 20 more may be added. Nine digits until 1953 have
  // no check digit; the remainder 10 is written as 0.
  private static Fault birthNumber(String n) {
    int year = Digits.number(n, 0, 2);
    boolean old = n.length() == 9;
    if (old && year >= 54 && year < 80) {
      return Fault.LENGTH;
    }
    int century = old ? (year >= 80 ? 1800 : 1900) : year < 54 ? 2000 : 1900;
    int month = Digits.number(n, 2, 4) % 50 % 20;
    if (!Digits.isDate(century + year, month, Digits.number(n, 4, 6))) {
      return Fault.COMPONENT;
    }
    if (old) {
      return Fault.NONE;
    }
    return Digits.last(n, Digits.mod(n.substring(0, 9), 11) % 10);
  }

  private static void poland(Map<String, Scheme> schemes) {
    schemes.put(
        "pl_nip",
        Scheme.of(
                "Poland: tax number NIP, KAS",
                " -",
                digits(10).then(check(ELEVEN, 6, 5, 7, 2, 3, 4, 5, 6, 7)))
            .prefix("PL"));
    schemes.put(
        "pl_pesel",
        Scheme.of(
            "Poland: personal number PESEL, Ministry of Digital Affairs",
            " -",
            digits(11)
                .then(
                    known(n -> {
                      int turn = Digits.at(n, 2) / 2;
                      int month = Digits.number(n, 2, 4) % 20;
                      int year = (turn == 4 ? 1800 : 1900 + turn * 100) + Digits.number(n, 0, 2);
                      return Digits.isDate(year, month, Digits.number(n, 4, 6));
                    }))
                .then(check(TO_TEN, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3))));
    Rule nine = check(ELEVEN_0, 8, 9, 2, 3, 4, 5, 6, 7);
    Rule fourteen = check(ELEVEN_0, 2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8);
    schemes.put(
        "pl_regon",
        Scheme.of(
            "Poland: statistical number REGON, GUS",
            " -",
            digits(9, 14).then(nine).then(fourteen.where(n -> n.length() == 14))));
  }
}
