// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.ELEVEN_0;
import static lat.enlace.matching.identifier.Rules.TO_ELEVEN_0;
import static lat.enlace.matching.identifier.Rules.among;
import static lat.enlace.matching.identifier.Rules.check;
import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.digits;
import static lat.enlace.matching.identifier.Rules.first;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.known;
import static lat.enlace.matching.identifier.Rules.luhn;
import static lat.enlace.matching.identifier.Rules.rest;
import static lat.enlace.matching.identifier.Rules.spread;

import java.util.Map;

/// Central America and the Caribbean.
final class CaribbeanFormats {
  private static final String COSTA_RICAN_COMPANIES =
      "2100 2200 2300 2400 3002 3003 3004 3005 3006 3007 3008 3009 3010 3011 3012 3013 3014 3101"
          + " 3102 3103 3104 3105 3106 3107 3108 3109 3110 4000 5001";

  private CaribbeanFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    dominicanRepublic(schemes);
    costaRica(schemes);
    schemes.put(
        "gt_nit",
        Scheme.of(
                "Guatemala: taxpayer number NIT, SAT",
                " -.",
                spread(2, 12, "\\d+[\\dK]")
                    .then(
                        checked(n -> {
                          int[] weights = {12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2};
                          String padded = Digits.padded(n, 12);
                          return padded.charAt(11)
                              == "0K987654321".charAt(rest(padded, 11, weights));
                        })))
            .form(Digits::unpadded));
    Rule old = check(ELEVEN_0, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2);
    Rule recent = check(TO_ELEVEN_0, 2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2);
    schemes.put(
        "sv_nit",
        Scheme.of(
                "El Salvador: taxpayer number NIT, Ministerio de Hacienda",
                " -.",
                digits(14)
                    .then(first("019"))
                    // Numbers with a serial up to 100 were issued under the old rule.
                    .then(n -> (Digits.number(n, 10, 13) <= 100 ? old : recent).judge(n)))
            .prefix("SV"));
    schemes.put(
        "cu_ni",
        Scheme.of(
            "Cuba: identity number NI, civil registry; birth date only",
            " -.",
            digits(11)
                .then(
                    known(n -> {
                      int turn = Digits.at(n, 6);
                      return Dates.ymd(n, 0, turn == 9 ? 1800 : turn <= 5 ? 1900 : 2000);
                    }))));
  }

  private static void dominicanRepublic(Map<String, Scheme> schemes) {
    Issued issued = new Issued();
    Rule company = digits(9).then(check("21987654321", 7, 9, 8, 6, 5, 4, 3, 2));
    Rule person = digits(11).then(luhn());
    schemes.put(
        "do_rnc",
        Scheme.of(
            "Dominican Republic: taxpayer number RNC, DGII",
            " -.",
            n -> issued.contains("do_rnc", n) ? Fault.NONE : company.judge(n)));
    schemes.put(
        "do_cedula",
        Scheme.of(
            "Dominican Republic: identity card, JCE",
            " -.",
            n -> issued.contains("do_cedula", n) ? Fault.NONE : person.judge(n)));
    // Nineteen places until 2018, eleven since, thirteen for electronic ones.
    Rule longer = among(9, 11, "01 02 03 04 11 12 13 14 15");
    Rule electronic = among(1, 3, "31 32 33 34 41 43 44 45 46 47");
    Rule shorter = among(1, 3, "01 02 03 04 11 12 13 14 15 16 17");
    schemes.put(
        "do_ncf",
        Scheme.of(
            "Dominican Republic: fiscal receipt NCF, DGII",
            " -",
            form("[AP]\\d{18}|E\\d{12}|B\\d{10}", 11, 13, 19)
                .then(n ->
                    switch (n.charAt(0)) {
                      case 'E' -> electronic.judge(n);
                      case 'B' -> shorter.judge(n);
                      default -> longer.judge(n);
                    })));
  }

  private static void costaRica(Map<String, Scheme> schemes) {
    // 1-613-584 is written for 01-0613-0584.
    schemes.put(
        "cr_cpf",
        Scheme.of(
                "Costa Rica: identity number, TSE; by form only", " ", digits(10).then(first("0")))
            .form(n -> {
              String[] parts = n.split("-", -1);
              String digits =
                  parts.length == 3
                      ? parts[0] + Digits.padded(parts[1], 4) + Digits.padded(parts[2], 4)
                      : n.replace("-", "");
              return digits.length() == 9 ? "0" + digits : digits;
            }));
    schemes.put(
        "cr_cr",
        Scheme.of(
            "Costa Rica: residence number DIMEX, migration; by form only",
            " -.",
            digits(11, 12).then(first("1"))));
    schemes.put(
        "cr_cpj",
        Scheme.of(
            "Costa Rica: company number, Registro Nacional; by form only",
            " -.",
            digits(10).then(among(0, 4, COSTA_RICAN_COMPANIES))));
  }
}
