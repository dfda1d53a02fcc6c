// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import java.util.Map;
import java.util.regex.Pattern;

/// Identity and tax numbers of the neighbouring territories that have no published check digit:
/// only their form is judged, so a digit written wrong passes.
final class CardFormats {
  private CardFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    // Ley 1089 of 2018: five to eight digits, a complement for numbers given twice, and until 2018
    // the department of issue.
    put(
        schemes,
        "bo_ci",
        " -.",
        "\\d{5,8}(?:\\d[A-Z])?(?:LP|CB|SC|OR|PT|PO|CH|TJ|TA|BN|BE|PD|PA|QR)?",
        5,
        12);
    put(schemes, "bo_nit", " -.", "\\d{7,12}", 7, 12);
    // Three to eight digits until 2003, ten since the NUIP.
    put(schemes, "co_cc", " -.,", "[1-9]\\d{2,7}|1\\d{9}", 3, 10);
    put(schemes, "ve_ci", " -.", "[VE]?[1-9]\\d{4,8}", 5, 10);
    put(schemes, "pe_dni", " -.", "\\d{8}", 8, 8);
    // Province 1 to 13 or a letter code for those naturalised, born abroad or foreign.
    put(schemes, "pa_ci", " ", "(?:(?:[1-9]|1[0-3])(?:AV|PI)?|PE|E|N)-\\d{1,4}-\\d{1,6}", 5, 14);
    put(schemes, "gy_tin", " -", "\\d{9}", 9, 9);
  }

  private static void put(
      Map<String, Scheme> schemes,
      String name,
      String separators,
      String form,
      int least,
      int most) {
    Pattern pattern = Pattern.compile(form);
    schemes.put(
        name,
        Scheme.of(
            separators,
            n -> {
              if (pattern.matcher(n).matches()) {
                return Fault.NONE;
              }
              boolean length = n.length() >= least && n.length() <= most;
              return length ? Fault.CHARACTERS : Fault.LENGTH;
            }));
  }
}
