// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.ELEVEN_1;
import static lat.enlace.matching.identifier.Rules.check;
import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.digits;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.known;
import static lat.enlace.matching.identifier.Rules.luhn;
import static lat.enlace.matching.identifier.Rules.rest;

import java.util.Map;

/// Algeria, Egypt, Ghana, Guinea, Kenya, Mauritius, Morocco, Mozambique, Senegal, South Africa,
/// Tunisia.
final class AfricanFormats {
  private AfricanFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    north(schemes);
    west(schemes);
    south(schemes);
  }

  private static void north(Map<String, Scheme> schemes) {
    schemes.put(
        "dz_nif", Scheme.of("Algeria: tax number NIF, DGI; no check digit", " ", digits(15, 20)));
    schemes.put(
        "eg_tn",
        Scheme.of("Egypt: tax number, ETA; no check digit", " -/", digits(9))
            .form(AfricanFormats::westernDigits));
    schemes.put(
        "ma_ice",
        Scheme.of(
            "Morocco: company number ICE, OMPIC",
            " ",
            digits(15).then(checked(n -> Digits.mod(n, 97) == 0))));
    // Seven digits, a key letter, and for those who pay VAT its code, category and establishment.
    schemes.put(
        "tn_mf",
        Scheme.of(
                "Tunisia: tax number MF, DGI; key letter not judged",
                " /.-",
                form("\\d{7}[A-HJ-NP-TV-Z](?:[ABDNP][CEMNP]\\d{3})?", 8, 13)
                    .then(known(n -> n.length() == 8 || n.endsWith("000") || n.charAt(9) == 'E')))
            .form(AfricanFormats::tunisian));
  }

  private static String westernDigits(String n) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < n.length(); i++) {
      char c = n.charAt(i);
      out.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c);
    }
    return out.toString();
  }

  private static String tunisian(String n) {
    int digits = 0;
    while (digits < n.length() && Digits.is(n.charAt(digits))) {
      digits++;
    }
    return digits == 0 ? n : Digits.padded(n, n.length() + Math.max(0, 7 - digits));
  }

  private static void west(Map<String, Scheme> schemes) {
    schemes.put(
        "gh_tin",
        Scheme.of(
            "Ghana: taxpayer number TIN, GRA",
            " ",
            form("[PCGQV]00\\d{7}[\\dX]", 11)
                .then(check("0123456789X", 1, 2, 3, 4, 5, 6, 7, 8, 9).part(1, -1))));
    schemes.put("gn_nifp", Scheme.of("Guinea: tax number NIFp, DNI", " -", digits(9).then(luhn())));
    schemes.put(
        "sn_ninea",
        Scheme.of(
            "Senegal: company number NINEA, ANSD",
            " -/,",
            form("(?:\\d{7}|\\d{9})(?:[012][A-HJ-NP-WZ]\\d)?")
                .then(
                    checked(n -> {
                      boolean code = n.length() > 9;
                      String number = Digits.padded(code ? n.substring(0, n.length() - 3) : n, 9);
                      return rest(number, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1) == 0;
                    }))));
  }

  private static void south(Map<String, Scheme> schemes) {
    schemes.put(
        "ke_pin",
        Scheme.of(
            "Kenya: tax number PIN, KRA; no published check letter",
            " -",
            form("[AP]\\d{9}[A-Z]", 11)));
    schemes.put(
        "mu_nid",
        Scheme.of(
            "Mauritius: identity number NID, Civil Status Division",
            " ",
            form("[A-Z]\\d{12}[A-Z\\d]", 14)
                .then(known(n -> Dates.dmy(n, 1)))
                .then(check("0GFEDCBA987654321", 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2))));
    schemes.put(
        "mz_nuit",
        Scheme.of(
            "Mozambique: tax number NUIT, AT",
            " -.",
            digits(9).then(check(ELEVEN_1, 8, 9, 4, 5, 6, 7, 8, 9))));
    schemes.put(
        "za_idnr",
        Scheme.of(
            "South Africa: identity number, Home Affairs",
            " ",
            digits(13)
                .then(known(n -> Dates.ymd(n, 0)))
                .then(known(n -> n.charAt(10) <= '2'))
                .then(luhn())));
    schemes.put(
        "za_tin",
        Scheme.of("South Africa: tax number, SARS", " -/", form("[01239]\\d{9}", 10).then(luhn())));
  }
}
