// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.ELEVEN_1;
import static lat.enlace.matching.identifier.Rules.check;
import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.digits;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.known;

import java.util.Locale;
import java.util.Map;

/// Goods, substances and what is printed on them.
final class GoodsFormats {
  private GoodsFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    schemes.put(
        "ean",
        Scheme.of(
            "trade item GTIN, GS1 General Specifications",
            " -",
            digits(8, 12, 13, 14).then(checked(Checksums::ean))));
    schemes.put(
        "gs1_128",
        Scheme.of("element string, GS1 General Specifications", " ", ElementString::judge)
            .form(n -> n.replace("\u001D", ElementString.END))
            .kept(ElementString::ordered));
    schemes.put(
        "casrn",
        Scheme.of(
                "chemical substance, CAS Registry",
                " ",
                form("[1-9]\\d{1,6}-\\d{2}-\\d").then(checked(GoodsFormats::rising)))
            .form(n -> dashed(n, 2)));
    schemes.put(
        "eu_ecnumber",
        Scheme.of(
                "European Union: chemical substance, EC Inventory",
                " ",
                form("\\d{3}-\\d{3}-\\d", 9)
                    .then(
                        checked(n -> {
                          String digits = n.replace("-", "");
                          return check(ELEVEN_1, 1, 2, 3, 4, 5, 6).judge(digits) == Fault.NONE;
                        })))
            .form(n -> dashed(n, 3)));
    schemes.put(
        "eu_banknote",
        Scheme.of(
            "European Union: serial number of a banknote, ECB",
            " ",
            form("[A-Z][A-Z\\d]\\d{10}", 12)
                .then(
                    checked(n ->
                        n.chars().map(c -> Digits.is((char) c) ? c - '0' : c).sum() % 9 == 0))));
    schemes.put(
        "eu_eic",
        Scheme.of(
            "European Union: party or place in energy markets, ENTSO-E",
            " ",
            form("\\d{2}[A-Z][A-Z\\d-]{12}[A-Z\\d]", 16).then(checked(GoodsFormats::energy))));
    schemes.put(
        "bitcoin",
        Scheme.of("Bitcoin address, Base58Check, BIP 173 and BIP 350", " ", BitcoinAddress::judge)
            .withCase()
            .kept(n -> n.charAt(0) == 'B' ? n.toLowerCase(Locale.ROOT) : n));
    schemes.put(
        "imsi",
        Scheme.of(
            "mobile subscriber IMSI, ITU-T E.212; country only",
            " -",
            digits(14, 15).then(known(n -> MobileNumbers.has(Digits.number(n, 0, 3))))));
    schemes.put(
        "meid",
        Scheme.of("mobile equipment MEID, 3GPP2 S.R0048", " -", MobileNumbers::equipment)
            .kept(MobileNumbers::hexadecimal));
  }

  // The last part has one digit, the one before {@code middle}.
  private static String dashed(String n, int middle) {
    int last = n.length() - 1;
    return n.indexOf('-') >= 0 || last <= middle
        ? n
        : n.substring(0, last - middle)
            + '-'
            + n.substring(last - middle, last)
            + '-'
            + n.substring(last);
  }

  // Weights rise from the right.
  private static boolean rising(String n) {
    String digits = n.replace("-", "");
    int sum = 0;
    for (int i = 1; i < digits.length(); i++) {
      sum += i * Digits.at(digits, digits.length() - 1 - i);
    }
    return sum % 10 == Digits.at(digits, digits.length() - 1);
  }

  private static boolean energy(String n) {
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      char c = n.charAt(i);
      sum += (16 - i) * (c == '-' ? 36 : Digits.value(c));
    }
    return 36 - (sum - 1) % 37 == Digits.value(n.charAt(15));
  }
}
