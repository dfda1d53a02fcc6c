// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.digits;
import static lat.enlace.matching.identifier.Rules.first;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.known;
import static lat.enlace.matching.identifier.Rules.range;
import static lat.enlace.matching.identifier.Rules.rest;
import static lat.enlace.matching.identifier.Rules.spread;

import java.util.Map;

/// Romania.
final class RomanianFormats {
  // County seats of the birth numbers and of the registers of commerce.
  private static final int LAST_COUNTY = 40;

  private static final Rule OLD_REGISTER =
      spread(10, 14, "[A-Z]\\d{2}/\\d+/\\d{4}")
          .then(first("CFJ"))
          .then(known(n -> county(Digits.number(n, 1, 3))));
  // Letter, year, six digits, county, check digit. Companies entered since the reform of July 2024
  // have 00 for the county.
  private static final Rule REGISTER =
      form("[A-Z]\\d{13}", 14)
          .then(first("CFJ"))
          .then(range(1, 5, 1990, 2100))
          .then(
              known(n -> {
                int year = Digits.number(n, 1, 5);
                int county = Digits.number(n, 11, 13);
                return county == 0 ? year >= 2024 : county(county) && year <= 2024;
              }))
          .then(
              checked(n ->
                  (n.substring(1, 13).chars().map(c -> c - '0').sum() + n.charAt(0)) % 10
                      == Digits.at(n, 13)));

  private RomanianFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    Rule person =
        digits(13)
            .then(known(RomanianFormats::born))
            .then(
                checked(n ->
                    "01234567891".charAt(rest(n, 11, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9))
                        == n.charAt(12)));
    Rule company = spread(2, 10, "[1-9]\\d+").then(checked(RomanianFormats::companyChecks));
    schemes.put("ro_cnp", Scheme.of("Romania: personal number CNP, DEPABD", " -", person));
    schemes.put(
        "ro_cui", Scheme.of("Romania: company number CUI, ANAF", " -", company).prefix("RO"));
    schemes.put(
        "ro_cf",
        Scheme.of(
                "Romania: VAT number CF, ANAF",
                " -",
                n -> n.length() == 13 ? person.judge(n) : company.judge(n))
            .prefix("RO"));
    schemes.put(
        "ro_onrc",
        Scheme.of(
                "Romania: register of commerce, ONRC",
                "",
                n -> (n.indexOf('/') < 0 ? REGISTER : OLD_REGISTER).judge(n))
            .form(RomanianFormats::register));
  }

  private static boolean born(String n) {
    int county = Digits.number(n, 7, 9);
    boolean here = (county >= 1 && county <= 48) || Digits.in("" + county, "51 52 70 80 81 82 83");
    return here
        && switch (n.charAt(0)) {
          case '1', '2', '7', '8', '9' ->
              Dates.ymd(n, 1, 1900) || (n.charAt(0) > '6' && Dates.ymd(n, 1, 2000));
          case '3', '4' -> Dates.ymd(n, 1, 1800);
          case '5', '6' -> Dates.ymd(n, 1, 2000);
          default -> false;
        };
  }

  private static boolean companyChecks(String n) {
    String ten = Digits.padded(n, 10);
    return rest(ten, 11, 70, 50, 30, 20, 10, 70, 50, 30, 20) % 10 == Digits.at(ten, 9);
  }

  // J52 / 750 / 22.11.2012 and J52 750 2012 are written for J52/750/2012.
  private static String register(String n) {
    String joined = n.replaceAll(" */ *", "/").replaceAll("^([A-Z]) +", "$1");
    return joined
        .replaceAll(" +", "/")
        .replaceFirst("^([A-Z])(\\d)/", "$10$2/")
        .replaceFirst("/\\d{2}\\.\\d{2}\\.(\\d{4})$", "/$1");
  }

  private static boolean county(int number) {
    return (number >= 1 && number <= LAST_COUNTY) || number == 51 || number == 52;
  }
}
