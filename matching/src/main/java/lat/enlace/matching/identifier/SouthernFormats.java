// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.TO_ELEVEN;
import static lat.enlace.matching.identifier.Rules.TO_ELEVEN_0;
import static lat.enlace.matching.identifier.Rules.TO_TEN;
import static lat.enlace.matching.identifier.Rules.among;
import static lat.enlace.matching.identifier.Rules.check;
import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.digits;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.known;
import static lat.enlace.matching.identifier.Rules.range;
import static lat.enlace.matching.identifier.Rules.some;
import static lat.enlace.matching.identifier.Rules.spread;

import java.util.Map;

/// Argentina, Brazil, Chile, Paraguay, Uruguay.
final class SouthernFormats {
  private SouthernFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    argentina(schemes);
    brazil(schemes);
    schemes.put(
        "cl_rut",
        Scheme.of(
                "Chile: tax and identity number RUT, SII",
                " -.",
                form("\\d{7,8}[\\dK]", 8, 9).then(rising("0K987654321", 6)))
            .prefix("CL"));
    schemes.put(
        "py_ruc",
        Scheme.of(
            "Paraguay: taxpayer number RUC, SET",
            " -.",
            spread(5, 9, "\\d+").then(rising(TO_ELEVEN_0, 10))));
    schemes.put(
        "uy_rut",
        Scheme.of(
                "Uruguay: taxpayer number RUT, DGI",
                " -.",
                digits(12)
                    .then(range(0, 2, 1, 22))
                    .then(some(2, 8))
                    .then(among(8, 11, "001"))
                    .then(check(TO_ELEVEN, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)))
            .prefix("UY"));
  }

  // Weights rise from 2 before the check place to the left, and begin again after so many; letters
  // count by their code less that of the digit 0.
  private static Rule rising(String row, int round) {
    return checked(n -> {
      int last = n.length() - 1;
      int sum = 0;
      for (int i = 0; i < last; i++) {
        sum += (n.charAt(i) - '0') * ((last - 1 - i) % round + 2);
      }
      return n.charAt(last) == row.charAt(sum % row.length());
    });
  }

  private static void argentina(Map<String, Scheme> schemes) {
    schemes.put(
        "ar_cuit",
        Scheme.of(
            "Argentina: tax and work number CUIT or CUIL, AFIP",
            " -.",
            digits(11)
                .then(among(0, 2, "20 23 24 25 26 27 30 33 34 50 51 55"))
                .then(check("09987654321", 5, 4, 3, 2, 7, 6, 5, 4, 3, 2))));
    schemes.put(
        "ar_dni",
        Scheme.of("Argentina: identity number DNI, RENAPER; by form only", " -.", digits(7, 8)));
    schemes.put(
        "ar_cbu",
        Scheme.of(
            "Argentina: bank account CBU, central bank",
            " -.",
            digits(22)
                .then(check(TO_TEN, 7, 1, 3, 9, 7, 1, 3).part(0, 8))
                .then(check(TO_TEN, 3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3).part(8, -1))));
  }

  private static void brazil(Map<String, Scheme> schemes) {
    schemes.put(
        "br_cpf",
        Scheme.of(
            "Brazil: personal tax number CPF, Receita Federal",
            " -.",
            digits(11)
                // Eleven equal digits pass the arithmetic but are never issued.
                .then(known(n -> !Digits.same(n)))
                .then(check(TO_ELEVEN_0, 10, 9, 8, 7, 6, 5, 4, 3, 2))
                .then(check(TO_ELEVEN_0, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2))));
    // Letters are allowed in all but the check digits from 2026 on.
    schemes.put(
        "br_cnpj",
        Scheme.of(
            "Brazil: company number CNPJ, Receita Federal",
            " -./",
            form("[A-Z\\d]{12}\\d{2}", 14)
                .then(some(0, 12))
                .then(rising(TO_ELEVEN_0, 8).part(0, 13))
                .then(rising(TO_ELEVEN_0, 8))));
  }
}
