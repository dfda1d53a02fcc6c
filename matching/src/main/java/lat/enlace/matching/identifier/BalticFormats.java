// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.check;
import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.digits;
import static lat.enlace.matching.identifier.Rules.first;
import static lat.enlace.matching.identifier.Rules.known;
import static lat.enlace.matching.identifier.Rules.rest;
import static lat.enlace.matching.identifier.Rules.zero;

import java.util.Map;

/// Estonia, Latvia, Lithuania.
final class BalticFormats {
  private BalticFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    Rule person =
        digits(11)
            .then(
                known(n -> {
                  int turn = Digits.at(n, 0);
                  return turn > 0 && turn < 9 && Dates.ymd(n, 1, 1800 + (turn - 1) / 2 * 100);
                }))
            .then(twice(1, 3, 10));
    schemes.put("ee_ik", Scheme.of("Estonia: personal number, SMIT", " ", person));
    schemes.put(
        "ee_registrikood",
        Scheme.of(
            "Estonia: register code, RIK",
            " ",
            digits(8).then(first("1789")).then(twice(1, 3, 7))));
    schemes.put(
        "ee_kmkr",
        Scheme.of(
                "Estonia: VAT number, EMTA",
                " ",
                digits(9).then(zero(10, 3, 7, 1, 3, 7, 1, 3, 7, 1)))
            .prefix("EE"));
    schemes.put("lt_asmens", Scheme.of("Lithuania: personal code, Registrų centras", " ", person));
    schemes.put(
        "lt_pvm",
        Scheme.of(
                "Lithuania: VAT number, VMI",
                " -",
                digits(9, 12)
                    .then(known(n -> n.charAt(n.length() - 2) == '1'))
                    .then(n -> twice(1, 3, n.length() - 1).judge(n)))
            .prefix("LT"));
    schemes.put(
        "lv_pvn",
        Scheme.of("Latvia: VAT or personal number, VID", " -", BalticFormats::latvia).prefix("LV"));
  }

  // Weights count up to nine and begin again; where the first row leaves 10 the second is used, and
  // 10 again is 0.
  private static Rule twice(int from, int again, int places) {
    return checked(n -> {
      int rest = rest(n, 11, round(from, places));
      int check = rest < 10 ? rest : rest(n, 11, round(again, places)) % 10;
      return Digits.at(n, places) == check;
    });
  }

  private static int[] round(int from, int places) {
    int[] weights = new int[places];
    for (int i = 0; i < places; i++) {
      weights[i] = (from - 1 + i) % 9 + 1;
    }
    return weights;
  }

  private static Fault latvia(String n) {
    Fault form = Digits.form(n, 11);
    if (form != Fault.NONE) {
      return form;
    }
    if (n.charAt(0) > '3') {
      return Digits.when(rest(n, 11, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) == 3);
    }
    // Since 2017 numbers begin with 32 and hold no date.
    int century = 1800 + Digits.at(n, 6) * 100;
    if (!n.startsWith("32") && !Dates.dmy(n, 0, century)) {
      return Fault.COMPONENT;
    }
    return check("12345678900", 10, 5, 8, 4, 2, 1, 6, 3, 7, 9).judge(n);
  }
}
