// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.TO_ELEVEN_0;
import static lat.enlace.matching.identifier.Rules.TO_ELEVEN_LAST;
import static lat.enlace.matching.identifier.Rules.among;
import static lat.enlace.matching.identifier.Rules.check;
import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.digits;
import static lat.enlace.matching.identifier.Rules.fold;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.known;
import static lat.enlace.matching.identifier.Rules.range;
import static lat.enlace.matching.identifier.Rules.rest;
import static lat.enlace.matching.identifier.Rules.some;

import java.util.Map;

/// China, Taiwan, Japan, Korea.
final class EastAsianFormats {
  private static final String PROVINCES =
      "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65"
          + " 71 81 82 83";
  private static final String CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int KOREAN_PLACES = 96;

  private EastAsianFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    china(schemes);
    japan(schemes);
    korea(schemes);
    schemes.put(
        "tw_ubn",
        Scheme.of(
            "Taiwan: business number UBN, Ministry of Finance",
            " -",
            digits(8)
                .then(
                    checked(n -> {
                      int sum = fold(n, 1, 2, 1, 2, 1, 2, 4, 1);
                      // 7 times 4 is 28, 2 and 8 are 10, and 10 counts as 1 or as 0.
                      return sum % 5 == 0 || (n.charAt(6) == '7' && (sum + 1) % 5 == 0);
                    }))));
  }

  private static void china(Map<String, Scheme> schemes) {
    schemes.put(
        "cn_ric",
        Scheme.of(
            "China: resident identity card, GB 11643; province only of the place",
            " ",
            form("\\d{17}[\\dX]", 18)
                .then(known(n -> Dates.whole(n, 6)))
                .then(among(0, 2, PROVINCES))
                .then(checked(n -> Checksums.pure(n, 11, 'X')))));
    schemes.put(
        "cn_uscc",
        Scheme.of(
            "China: social credit code of organisations, GB 32100",
            " -",
            form("\\d{8}[" + CREDIT + "]{10}", 18)
                .then(
                    checked(n -> {
                      int sum = 0;
                      int weight = 1;
                      for (int i = 0; i < 17; i++) {
                        sum += CREDIT.indexOf(n.charAt(i)) * weight;
                        weight = weight * 3 % 31;
                      }
                      return n.charAt(17) == CREDIT.charAt((31 - sum % 31) % 31);
                    }))));
  }

  private static void japan(Map<String, Scheme> schemes) {
    schemes.put(
        "jp_cn",
        Scheme.of(
            "Japan: corporate number, National Tax Agency",
            " -",
            form("[1-9]\\d{12}", 13)
                .then(
                    checked(n ->
                        9 - rest(n, 9, 0, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1)
                            == Digits.at(n, 0)))));
    schemes.put(
        "jp_in",
        Scheme.of(
            "Japan: individual number, J-LIS",
            " -",
            digits(12).then(check(TO_ELEVEN_0, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2))));
  }

  private static void korea(Map<String, Scheme> schemes) {
    schemes.put(
        "kr_brn",
        Scheme.of(
            "Korea: business number BRN, NTS; check digit not judged",
            " -",
            // The tax service itself issued some that do not fit.
            digits(10).then(range(0, 3, 101, 999)).then(some(3, 5)).then(some(5, 9))));
    schemes.put(
        "kr_rrn",
        Scheme.of(
            "Korea: resident number RRN, Ministry of the Interior",
            " -",
            digits(13)
                .then(
                    known(n -> {
                      int century =
                          switch (n.charAt(6)) {
                            case '9', '0' -> 1800;
                            case '1', '2', '5', '6' -> 1900;
                            default -> 2000;
                          };
                      int year = century + Digits.number(n, 0, 2);
                      int month = Digits.number(n, 2, 4);
                      return Digits.isDate(year, month, Digits.number(n, 4, 6));
                    }))
                .then(range(7, 9, 0, KOREAN_PLACES))
                .then(check(TO_ELEVEN_LAST, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5))));
  }
}
