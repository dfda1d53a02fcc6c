// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.TO_TEN;
import static lat.enlace.matching.identifier.Rules.among;
import static lat.enlace.matching.identifier.Rules.check;
import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.folded;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.known;
import static lat.enlace.matching.identifier.Rules.spread;

import java.util.Map;

/// Securities and payments.
final class SecuritiesFormats {
  private static final String CUSIP = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*@#";
  private static final String UPI = "0123456789BCDFGHJKLMNPQRSTVWXZ";
  // Category and its groups, ISO 10962.
  private static final String GROUPS =
      "CB CE CF CH CI CM CP CS DA DB DC DD DE DG DM DN DS DT DW DY EC ED EF EL EM EP ES EY FC FF HC"
          + " HE HF HM HR HT IF IT JC JE JF JR JT KC KE KF KM KR KT KY LL LR LS MC MM OC OM OP RA"
          + " RD RF RM RP RS RW SC SE SF SM SR ST TB TC TD TI TM TR TT";

  private SecuritiesFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    schemes.put(
        "cusip",
        Scheme.of(
            "United States and Canada: security, ANSI X9.6",
            " ",
            form("[A-Z\\d*@#]{8}\\d", 9).then(checked(SecuritiesFormats::cusip))));
    schemes.put(
        "figi",
        Scheme.of(
            "security FIGI, ANSI X9.145",
            " ",
            form("[B-DF-HJ-NP-TV-Z\\d]{11}\\d", 12)
                .then(
                    known(n ->
                        n.charAt(2) == 'G'
                            && !Digits.in(n.substring(0, 2), "BS BM GG GB GH KY VG")))
                .then(folded(TO_TEN, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1))));
    schemes.put(
        "gb_sedol",
        Scheme.of(
            "United Kingdom: security, London Stock Exchange",
            " ",
            form("\\d{7}|[B-DF-HJ-NP-TV-Z][B-DF-HJ-NP-TV-Z\\d]{5}\\d", 7)
                .then(check(TO_TEN, 1, 3, 1, 7, 3, 9))));
    schemes.put(
        "de_wkn",
        Scheme.of(
            "Germany: security, WM Datenservice; no check digit",
            " ",
            form("[A-HJ-NP-Z\\d]{6}", 6)));
    schemes.put(
        "cfi",
        Scheme.of(
            "kind of security, ISO 10962; attributes by form only",
            " ",
            form("[A-Z]{6}", 6).then(among(0, 2, GROUPS))));
    schemes.put(
        "upi",
        Scheme.of(
            "derivative product, ISO 4914",
            " -",
            form("[A-Z]{2}[" + UPI + "]{10}", 12)
                .then(among(0, 2, "QZ"))
                .then(checked(n -> Checksums.hybrid(n, UPI)))));
    schemes.put(
        "iso11649",
        Scheme.of(
            "creditor reference, ISO 11649",
            " -.,/:",
            spread(5, 25, "RF\\d{2}[A-Z\\d]{1,21}")
                .then(checked(n -> Checksums.mod97(n.substring(4) + n.substring(0, 4))))));
    schemes.put(
        "eu_at_02",
        Scheme.of(
            "European Union: creditor identifier, EPC AT-02",
            " -/?:().,'+",
            spread(8, 35, "[A-Z]{2}\\d{2}[A-Z\\d]{3}[A-Z\\d]{1,28}")
                .then(known(n -> Countries.has(n.substring(0, 2))))
                // The creditor's business code does not count.
                .then(checked(n -> Checksums.mod97(n.substring(7) + n.substring(0, 4))))));
  }

  private static boolean cusip(String n) {
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      int value = CUSIP.indexOf(n.charAt(i)) * (i % 2 + 1);
      sum += value / 10 + value % 10;
    }
    return Digits.at(n, 8) == (10 - sum % 10) % 10;
  }
}
