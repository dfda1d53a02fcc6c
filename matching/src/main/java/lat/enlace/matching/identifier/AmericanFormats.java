// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.digits;
import static lat.enlace.matching.identifier.Rules.first;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.known;
import static lat.enlace.matching.identifier.Rules.luhn;
import static lat.enlace.matching.identifier.Rules.some;
import static lat.enlace.matching.identifier.Rules.zero;

import java.util.Map;

/// The United States and Canada.
final class AmericanFormats {
  // Prefixes of employer numbers that the IRS gives to its campuses.
  private static final String NO_CAMPUS = "00 07 08 09 17 18 19 28 29 49 69 70 78 79 89 96 97";
  // Numbers printed in advertisements and since then never issued.
  private static final String ADVERTISED = "078051120 457555462 219099999";

  private AmericanFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    // Nine digits, with both dashes of the usual notation or none.
    Rule person = form("\\d{9}|\\d{3}-\\d{2}-\\d{4}");
    Rule group =
        known(n -> {
          int two = Digits.number(n, 3, 5);
          return two >= 50 && two != 66 && two != 67 && two != 68 && two != 69 && two != 89
              && two != 93;
        });
    Rule social =
        known(n -> n.charAt(0) != '9' && !Digits.in(n.substring(0, 3), "000 666"))
            .then(some(3, 5))
            .then(some(5, 9))
            .then(known(n -> !Digits.in(n, ADVERTISED)));
    Rule taxpayer = first("9").then(group);
    Rule employerForm = form("\\d{9}|\\d{2}-\\d{7}");
    Rule employer = known(n -> !Digits.in(n.substring(0, 2), NO_CAMPUS));
    schemes.put(
        "us_ssn",
        Scheme.of("United States: social security number SSN, SSA", " ", plain(person, social))
            .kept(AmericanFormats::undashed));
    schemes.put(
        "us_itin",
        Scheme.of("United States: taxpayer number ITIN, IRS", " ", plain(person, taxpayer))
            .kept(AmericanFormats::undashed));
    schemes.put(
        "us_atin",
        Scheme.of("United States: adoption number ATIN, IRS; by form only", " ", person)
            .kept(AmericanFormats::undashed));
    schemes.put(
        "us_ein",
        Scheme.of("United States: employer number EIN, IRS", " ", plain(employerForm, employer))
            .kept(AmericanFormats::undashed));
    // What may be an adoption number may be anything of nine digits.
    schemes.put(
        "us_tin",
        Scheme.of(
                "United States: any taxpayer number, IRS; by form but for an employer number",
                " ",
                person.or(plain(employerForm, employer)))
            .kept(AmericanFormats::undashed));
    schemes.put(
        "us_ptin",
        Scheme.of(
            "United States: tax preparer PTIN, IRS; no check digit", " -", form("P\\d{8}", 9)));
    schemes.put(
        "us_rtn",
        Scheme.of(
            "United States: bank routing number, ABA",
            " -",
            digits(9).then(zero(10, 3, 7, 1, 3, 7, 1, 3, 7, 1))));
    schemes.put(
        "ca_bc_phn",
        Scheme.of(
            "British Columbia: personal health number PHN, Ministry of Health",
            " -",
            form("9\\d{9}", 10)
                .then(
                    checked(n -> {
                      int[] weights = {2, 4, 8, 5, 10, 9, 7, 3};
                      int sum = 0;
                      for (int i = 0; i < weights.length; i++) {
                        sum += Digits.at(n, i + 1) * weights[i] % 11;
                      }
                      return Digits.at(n, 9) == 11 - sum % 11;
                    }))));
    schemes.put(
        "ca_sin",
        Scheme.of(
            "Canada: social insurance number SIN, ESDC",
            " -.",
            digits(9).then(first("12345679")).then(luhn())));
    schemes.put(
        "ca_bn",
        Scheme.of(
            "Canada: business number BN, CRA",
            " -",
            form("\\d{9}(?:R[CMPT]\\d{4})?", 9, 15).then(luhn().part(0, 9))));
  }

  private static Rule plain(Rule form, Rule rule) {
    return form.then(n -> rule.judge(undashed(n)));
  }

  private static String undashed(String n) {
    return n.replace("-", "");
  }
}
