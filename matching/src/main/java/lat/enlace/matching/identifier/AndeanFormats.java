// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.TO_ELEVEN_0;
import static lat.enlace.matching.identifier.Rules.TO_ELEVEN_LAST;
import static lat.enlace.matching.identifier.Rules.among;
import static lat.enlace.matching.identifier.Rules.check;
import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.digits;
import static lat.enlace.matching.identifier.Rules.first;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.luhn;
import static lat.enlace.matching.identifier.Rules.range;
import static lat.enlace.matching.identifier.Rules.some;
import static lat.enlace.matching.identifier.Rules.spread;
import static lat.enlace.matching.identifier.Rules.zero;

import java.util.Map;

/// Bolivia's neighbours along the Andes: Colombia, Ecuador, Peru, Venezuela.
final class AndeanFormats {
  private static final int[] PRIMES = {3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71};

  private AndeanFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    schemes.put(
        "co_nit",
        Scheme.of(
            "Colombia: tax number NIT, DIAN",
            " -.,",
            spread(8, 16, "\\d+").then(checked(AndeanFormats::colombia))));
    ecuador(schemes);
    schemes.put(
        "pe_ruc",
        Scheme.of(
            "Peru: taxpayer number RUC, SUNAT",
            " -.",
            digits(11)
                .then(among(0, 2, "10 15 17 20"))
                .then(check(TO_ELEVEN_LAST, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2))));
    // The check place is a digit or, on older cards, a letter.
    int[] weights = {3, 2, 7, 6, 5, 4, 3, 2};
    schemes.put(
        "pe_cui",
        Scheme.of(
            "Peru: identity number CUI, RENIEC",
            " -.",
            form("\\d{8}[\\dA-K]?", 8, 9)
                .then(
                    check("65432110987", weights)
                        .or(check("KJIHGFEDCBA", weights))
                        .where(n -> n.length() == 9))));
    // The letter counts by its place; C is the letter of communes and counts as J does.
    schemes.put(
        "ve_rif",
        Scheme.of(
            "Venezuela: taxpayer number RIF, SENIAT",
            " -.",
            form("[A-Z]\\d{9}", 10)
                .then(first("VEJPGC"))
                .then(n ->
                    check(TO_ELEVEN_0, 4, 3, 2, 7, 6, 5, 4, 3, 2)
                        .judge(
                            Digits.at("123453", "VEJPGC".indexOf(n.charAt(0))) + n.substring(1)))));
  }

  private static boolean colombia(String n) {
    int last = n.length() - 1;
    int sum = 0;
    for (int i = 0; i < last; i++) {
      sum += Digits.at(n, last - 1 - i) * PRIMES[i];
    }
    return n.charAt(last) == "01987654321".charAt(sum % 11);
  }

  // Natural persons have their card number before a branch, public bodies a 6 in the third place,
  // companies a 9; a 6 may be a natural person too.
  private static void ecuador(Map<String, Scheme> schemes) {
    Rule province = range(0, 2, 1, 24).or(among(0, 2, "30 50"));
    Rule card = digits(10).then(province).then(range(2, 3, 0, 6)).then(luhn());
    Rule natural = some(10, 13).then(card.part(0, 10));
    Rule body = some(9, 13).then(zero(11, 3, 2, 7, 6, 5, 4, 3, 2, 1));
    Rule company = some(10, 13).then(zero(11, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1));
    schemes.put("ec_ci", Scheme.of("Ecuador: identity card, Registro Civil", " -.", card));
    schemes.put(
        "ec_ruc",
        Scheme.of(
            "Ecuador: taxpayer number RUC, SRI",
            " -.",
            digits(13)
                .then(province)
                .then(n ->
                    switch (n.charAt(2)) {
                      case '6' -> body.or(natural).judge(n);
                      case '7', '8' -> Fault.COMPONENT;
                      case '9' -> company.judge(n);
                      default -> natural.judge(n);
                    })));
  }
}
