// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.among;
import static lat.enlace.matching.identifier.Rules.check;
import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.known;
import static lat.enlace.matching.identifier.Rules.range;

import java.time.LocalDate;
import java.util.Map;

/// Singapore.
final class SingaporeFormats {
  private static final String OTHERS = "ABCDEFGHJKLMNPQRSTUVWX0123456789";
  private static final String KINDS =
      "CC CD CH CL CM CP CS CX DP FB FC FM FN GA GB GS HS LL LP MB MC MD MH MM MQ NB NR PA PB PF RF"
          + " RP SM SS TC TU VH XL";
  private static final String TO_LETTER = "XMKECAWLJDB";
  private static final String COMPANY_LETTER = "ZKCMDNERGWH";

  private SingaporeFormats() {}

  static void addTo(Map<String, Scheme> schemes, LocalDate today) {
    // Businesses before 2009, local companies before 2009, and all others.
    Rule business = form("\\d{8}[A-Z]").then(check(TO_LETTER, 10, 4, 9, 3, 8, 2, 7, 1));
    Rule company =
        form("\\d{9}[A-Z]")
            .then(range(0, 4, 1, today.getYear()))
            .then(check(COMPANY_LETTER, 10, 8, 6, 4, 9, 7, 5, 3, 1));
    Rule other =
        form("[RST]\\d{2}[A-Z]{2}\\d{4}[A-Z\\d]")
            .then(known(n -> n.charAt(0) != 'T' || Digits.number(n, 1, 3) <= today.getYear() % 100))
            .then(among(3, 5, KINDS))
            .then(checked(SingaporeFormats::otherChecks));
    schemes.put(
        "sg_uen",
        Scheme.of(
            "Singapore: entity number UEN, ACRA",
            " ",
            n ->
                switch (n.length()) {
                  case 9 -> business.judge(n);
                  case 10 -> (Digits.is(n.charAt(0)) ? company : other).judge(n);
                  default -> Fault.LENGTH;
                }));
  }

  private static boolean otherChecks(String n) {
    int[] weights = {4, 3, 5, 3, 10, 2, 2, 5, 7};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += OTHERS.indexOf(n.charAt(i)) * weights[i];
    }
    return n.charAt(9) == OTHERS.charAt(Math.floorMod(sum - 5, 11));
  }
}
