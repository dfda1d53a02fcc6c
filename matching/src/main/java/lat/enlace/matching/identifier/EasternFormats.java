// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.ELEVEN;
import static lat.enlace.matching.identifier.Rules.ELEVEN_0;
import static lat.enlace.matching.identifier.Rules.TEN;
import static lat.enlace.matching.identifier.Rules.check;
import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.digits;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.known;
import static lat.enlace.matching.identifier.Rules.rest;

import java.util.Map;

/// Belarus, Russia, Ukraine, Azerbaijan, Turkey.
final class EasternFormats {
  private static final String BELARUS_SECOND = "ABCEHKMOPT";

  private EasternFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    schemes.put(
        "by_unp",
        Scheme.of(
                "Belarus: taxpayer number UNP, MNS",
                " ",
                form("[1-7]\\d{8}|[ABCEHKM][ABCEHKMOPT]\\d{7}", 9).then(EasternFormats::belarus))
            .prefix("УНП", "UNP")
            .form(EasternFormats::latin));
    russia(schemes);
    ukraine(schemes);
    schemes.put(
        "az_voen",
        Scheme.of(
                "Azerbaijan: taxpayer number VÖEN, Dövlət Vergi Xidməti",
                " ",
                digits(10)
                    .then(known(n -> "12".indexOf(n.charAt(9)) >= 0))
                    .then(check(ELEVEN, 4, 1, 8, 6, 2, 7, 5, 3)))
            .form(n -> n.length() == 9 ? "0" + n : n));
    turkey(schemes);
  }

  // Cyrillic letters that look like Latin ones are read as these.
  private static String latin(String n) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < n.length(); i++) {
      char c = n.charAt(i);
      int at = "АВСЕНКМОРТ".indexOf(c);
      out.append(at < 0 ? c : BELARUS_SECOND.charAt(at));
    }
    return out.toString();
  }

  private static Fault belarus(String n) {
    // The second letter counts as a digit, the first by its place among all letters.
    String counted =
        Digits.is(n.charAt(0))
            ? n
            : "" + n.charAt(0) + BELARUS_SECOND.indexOf(n.charAt(1)) + n.substring(2);
    return check(ELEVEN, 29, 23, 19, 17, 13, 7, 5, 3).judge(counted);
  }

  private static void russia(Map<String, Scheme> schemes) {
    Rule ten = check(ELEVEN_0, 2, 4, 10, 3, 5, 9, 4, 6, 8);
    Rule twelve =
        check(ELEVEN_0, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
            .then(check(ELEVEN_0, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8));
    schemes.put(
        "ru_inn",
        Scheme.of(
            "Russia: taxpayer number INN, FNS",
            " ",
            digits(10, 12).then(n -> (n.length() == 10 ? ten : twelve).judge(n))));
    schemes.put(
        "ru_ogrn",
        Scheme.of(
            "Russia: register of companies and traders OGRN, FNS",
            " ",
            form("[1-9]\\d*", 13, 15)
                .then(
                    checked(n -> {
                      int last = n.length() - 1;
                      return Digits.mod(n.substring(0, last), n.length() - 2) % 10
                          == Digits.at(n, last);
                    }))));
  }

  private static void ukraine(Map<String, Scheme> schemes) {
    schemes.put(
        "ua_edrpou",
        Scheme.of(
            "Ukraine: company number EDRPOU, Derzhstat",
            " ",
            digits(8)
                .then(
                    checked(n -> {
                      // A second series of numbers has the weights turned by one.
                      boolean turned = n.charAt(0) >= '3' && n.charAt(0) <= '5';
                      int rest =
                          turned
                              ? rest(n, 11, 7, 1, 2, 3, 4, 5, 6)
                              : rest(n, 11, 1, 2, 3, 4, 5, 6, 7);
                      int again =
                          turned
                              ? rest(n, 11, 9, 3, 4, 5, 6, 7, 8)
                              : rest(n, 11, 3, 4, 5, 6, 7, 8, 9);
                      return Digits.at(n, 7) == (rest < 10 ? rest : again % 10);
                    }))));
    schemes.put(
        "ua_rntrc",
        Scheme.of(
            "Ukraine: taxpayer number RNTRC, DPS",
            " ",
            digits(10).then(check(ELEVEN_0, -1, 5, 7, 9, 4, 6, 10, 5, 7))));
  }

  private static void turkey(Map<String, Scheme> schemes) {
    schemes.put(
        "tr_tckimlik",
        Scheme.of(
            "Turkey: identity number T.C. Kimlik, NVİ",
            " ",
            form("[1-9]\\d{10}", 11)
                .then(check(TEN, 7, -1, 7, -1, 7, -1, 7, -1, 7))
                .then(check(TEN, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1))));
    schemes.put(
        "tr_vkn",
        Scheme.of(
            "Turkey: tax number VKN, GİB",
            " ",
            digits(10)
                .then(
                    checked(n -> {
                      int sum = 0;
                      for (int i = 0; i < 9; i++) {
                        int shifted = (Digits.at(n, i) + 9 - i) % 10;
                        int powered = (shifted << (9 - i)) % 9;
                        sum += shifted > 0 && powered == 0 ? 9 : powered;
                      }
                      return Digits.at(n, 9) == (10 - sum % 10) % 10;
                    }))));
  }
}
