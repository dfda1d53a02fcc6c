// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.ELEVEN_0;
import static lat.enlace.matching.identifier.Rules.TEN;
import static lat.enlace.matching.identifier.Rules.TO_ELEVEN;
import static lat.enlace.matching.identifier.Rules.TO_ELEVEN_0;
import static lat.enlace.matching.identifier.Rules.TO_ELEVEN_LAST;
import static lat.enlace.matching.identifier.Rules.check;
import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.digits;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.known;
import static lat.enlace.matching.identifier.Rules.luhn;
import static lat.enlace.matching.identifier.Rules.rest;

import java.util.Map;

/// Albania, Bulgaria, Croatia, Cyprus, Greece, Moldova, Montenegro, North Macedonia, Romania,
/// Serbia, Slovenia.
final class BalkanFormats {
  // Weights of the birth numbers of the former Yugoslavia.
  private static final int[] EMSO = {7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

  private BalkanFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    bulgaria(schemes);
    greekTongue(schemes);
    formerYugoslavia(schemes);
    schemes.put(
        "al_nipt",
        Scheme.of(
                "Albania: taxpayer number NIPT, DPT; no published check letter",
                " ",
                form("[A-M]\\d{8}[A-Z]", 10))
            .prefix("AL", "(AL)"));
    schemes.put(
        "md_idno",
        Scheme.of(
            "Moldova: company number IDNO, ASP",
            " ",
            digits(13).then(check(TEN, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1))));
    RomanianFormats.addTo(schemes);
  }

  private static void bulgaria(Map<String, Scheme> schemes) {
    // 20 is added to the month before 1900, 40 from 2000 on.
    Rule egn =
        digits(10)
            .then(
                known(n -> {
                  int month = Digits.number(n, 2, 4);
                  int century = month > 40 ? 2000 : month > 20 ? 1800 : 1900;
                  int year = century + Digits.number(n, 0, 2);
                  return Digits.isDate(year, month % 20, Digits.number(n, 4, 6));
                }))
            .then(check(ELEVEN_0, 2, 4, 8, 5, 10, 9, 7, 3, 6));
    Rule pnf = digits(10).then(check(TEN, 21, 19, 17, 13, 11, 9, 7, 3, 1));
    schemes.put("bg_egn", Scheme.of("Bulgaria: civil number EGN, GRAO", " -.", egn));
    schemes.put("bg_pnf", Scheme.of("Bulgaria: foreigner's number PNF, MVR", " -.", pnf));
    Rule company =
        checked(n -> {
          int rest = rest(n, 11, 1, 2, 3, 4, 5, 6, 7, 8);
          int check = rest < 10 ? rest : rest(n, 11, 3, 4, 5, 6, 7, 8, 9, 10) % 10;
          return Digits.at(n, 8) == check;
        });
    Rule other = check(TO_ELEVEN, 4, 3, 2, 7, 6, 5, 4, 3, 2);
    schemes.put(
        "bg_vat",
        Scheme.of(
                "Bulgaria: VAT number, NRA",
                " -.",
                digits(9, 10)
                    .then(n -> (n.length() == 9 ? company : egn.or(pnf).or(other)).judge(n)))
            .prefix("BG"));
  }

  private static void greekTongue(Map<String, Scheme> schemes) {
    schemes.put(
        "gr_vat",
        Scheme.of(
                "Greece: VAT number AFM, AADE",
                " -./:",
                digits(9).then(check(ELEVEN_0, 256, 128, 64, 32, 16, 8, 4, 2)))
            .prefix("EL", "GR")
            .form(n -> n.length() == 8 ? "0" + n : n));
    schemes.put(
        "gr_amka",
        Scheme.of(
            "Greece: social security number AMKA, IDIKA",
            " -",
            digits(11).then(known(n -> Dates.dmy(n, 0))).then(luhn())));
    schemes.put(
        "cy_vat",
        Scheme.of(
                "Cyprus: VAT number, Tax Department",
                " -",
                form("\\d{8}[A-Z]", 9)
                    .then(known(n -> !n.startsWith("12")))
                    .then(
                        checked(n -> {
                          int[] odd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
                          int sum = 0;
                          for (int i = 0; i < 8; i++) {
                            int digit = Digits.at(n, i);
                            sum += i % 2 == 0 ? odd[digit] : digit;
                          }
                          return n.charAt(8) == (char) ('A' + sum % 26);
                        })))
            .prefix("CY"));
  }

  private static void formerYugoslavia(Map<String, Scheme> schemes) {
    schemes.put(
        "hr_oib",
        Scheme.of(
                "Croatia: personal number OIB, Porezna uprava",
                " -",
                digits(11).then(checked(Checksums::mod11Dot10)))
            .prefix("HR"));
    schemes.put(
        "me_pib",
        Scheme.of(
            "Montenegro: taxpayer number PIB, Poreska uprava",
            " ",
            digits(8).then(check(TO_ELEVEN_LAST, 8, 7, 6, 5, 4, 3, 2))));
    schemes.put(
        "mk_edb",
        Scheme.of(
                "North Macedonia: taxpayer number EDB, UJP",
                " -",
                digits(13).then(check(TO_ELEVEN_0, EMSO)))
            .prefix("MK", "МК"));
    schemes.put(
        "rs_pib",
        Scheme.of(
            "Serbia: taxpayer number PIB, Poreska uprava",
            " -.",
            digits(9).then(checked(Checksums::mod11Dot10))));
    schemes.put(
        "si_ddv",
        Scheme.of(
                "Slovenia: VAT number DDV, FURS",
                " -",
                form("[1-9]\\d{7}", 8).then(check("-0987654321", 8, 7, 6, 5, 4, 3, 2)))
            .prefix("SI"));
    schemes.put(
        "si_emso",
        Scheme.of(
            "Slovenia: birth number EMŠO, Ministry of the Interior",
            " ",
            digits(13)
                .then(
                    known(n -> {
                      int year = Digits.number(n, 4, 7);
                      int month = Digits.number(n, 2, 4);
                      return Digits.isDate(
                          (year < 800 ? 2000 : 1000) + year, month, Digits.number(n, 0, 2));
                    }))
                .then(check(TO_ELEVEN_0, EMSO))));
    schemes.put(
        "si_maticna",
        Scheme.of(
                "Slovenia: company number, AJPES",
                " .",
                form("\\d{7}(?:[A-Z\\d]\\d{2})?", 7, 10)
                    .then(check("-0987654321", 7, 6, 5, 4, 3, 2)))
            .form(n -> n.length() == 10 && n.endsWith("000") ? n.substring(0, 7) : n));
  }
}
