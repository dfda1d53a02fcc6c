// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.among;
import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.digits;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.range;
import static lat.enlace.matching.identifier.Rules.rest;
import static lat.enlace.matching.identifier.Rules.some;
import static lat.enlace.matching.identifier.Rules.zero;

import java.util.Map;

/// The United Kingdom and Ireland.
final class BritishFormats {
  private static final String IRISH = "WABCDEFGHIJKLMNOPQRSTUV";

  // Nine digits, three more for a branch.
  private static final Rule TRADER =
      digits(9, 12)
          .then(some(0, 9))
          .then(checked(n -> Digits.in("" + rest(n, 97, 8, 7, 6, 5, 4, 3, 2, 10, 1), "0 42 55")));
  // Departments GD000 to GD499, health authorities HA500 to HA999, alone or with 8888 before and
  // two check digits behind.
  private static final Rule GOVERNMENT =
      form("[A-Z]{2}(?:\\d{3}|8888\\d{5})")
          .then(among(0, 2, "GD HA"))
          .then(n -> {
            int at = n.length() == 5 ? 2 : 6;
            int body = Digits.number(n, at, at + 3);
            if ((body < 500) != n.startsWith("GD")) {
              return Fault.COMPONENT;
            }
            return Digits.when(n.length() == 5 || body % 97 == Digits.number(n, 9, 11));
          });
  private static final Rule IRISH_TRADER =
      form("\\d{7}[A-W][A-IW]?").then(checked(BritishFormats::irishChecks));
  private static final Rule OLD_IRISH_TRADER = form("\\d[A-Z+*]\\d{5}[A-W]");

  private BritishFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    schemes.put(
        "gb_nhs",
        Scheme.of(
            "England: patient's number, NHS",
            " -",
            digits(10).then(zero(11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1))));
    schemes.put(
        "gb_upn",
        Scheme.of(
            "England: pupil's number UPN, DfE",
            " -",
            form("[A-HJ-NP-RT-Z]\\d{11}[A-HJ-NP-RT-Z\\d]", 13)
                // Local authorities are numbered from 201.
                .then(range(1, 4, 201, 943))
                .then(
                    checked(n -> {
                      String letters = "ABCDEFGHJKLMNPQRTUVWXYZ";
                      char last = n.charAt(12);
                      int end = Digits.is(last) ? last - '0' : letters.indexOf(last);
                      int sum = rest(n.substring(1), 23, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
                      return letters.charAt((sum + 13 * end) % 23) == n.charAt(0);
                    }))));
    schemes.put(
        "gb_utr",
        Scheme.of(
                "United Kingdom: taxpayer reference UTR, HMRC",
                " -",
                digits(10)
                    .then(
                        checked(n ->
                            "21987654321"
                                    .charAt(rest(n.substring(1), 11, 6, 7, 8, 9, 10, 5, 4, 3, 2))
                                == n.charAt(0))))
            .form(n -> n.endsWith("K") ? n.substring(0, n.length() - 1) : n));
    schemes.put(
        "gb_vat",
        Scheme.of(
                "United Kingdom: VAT number, HMRC",
                " -.",
                n ->
                    (n.length() == 5 || (n.length() == 11 && !Digits.all(n)) ? GOVERNMENT : TRADER)
                        .judge(n))
            .prefix("GB", "XI"));
    schemes.put(
        "ie_pps",
        Scheme.of(
            "Ireland: personal number PPS, DEASP",
            " -",
            form("\\d{7}[A-W][ABHWTX]?").then(checked(BritishFormats::irishChecks))));
    schemes.put(
        "ie_vat",
        Scheme.of("Ireland: VAT number, Revenue", " -", BritishFormats::irelandVat).prefix("IE"));
  }

  private static boolean irishChecks(String n) {
    int second = n.length() > 8 ? Math.max(0, "WABCDEFGHI".indexOf(n.charAt(8))) : 0;
    int sum = rest(n, 23, 8, 7, 6, 5, 4, 3, 2) + 9 * second;
    return IRISH.charAt(sum % 23) == n.charAt(7);
  }

  // Until 2012 the second place could hold a letter or sign: the seventh digit then stands first.
  private static Fault irelandVat(String n) {
    if (n.length() != 8 && n.length() != 9) {
      return Fault.LENGTH;
    }
    if (OLD_IRISH_TRADER.judge(n) == Fault.NONE) {
      return Digits.when(irishChecks("0" + n.substring(2, 7) + n.charAt(0) + n.charAt(7)));
    }
    return IRISH_TRADER.judge(n);
  }
}
