// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import java.util.Map;

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
        "Bolivia: identity card CI, SEGIP; by form only",
        " -.",
        "\\d{5,8}(?:\\d[A-Z])?(?:LP|CB|SC|OR|PT|PO|CH|TJ|TA|BN|BE|PD|PA|QR)?",
        5,
        12);
    put(
        schemes,
        "bo_nit",
        "Bolivia: taxpayer number NIT, SIN; by form only",
        " -.",
        "\\d{7,12}",
        7,
        12);
    // Three to eight digits until 2003, ten since the NUIP.
    put(
        schemes,
        "co_cc",
        "Colombia: citizenship card CC, Registraduría; by form only",
        " -.,",
        "[1-9]\\d{2,7}|1\\d{9}",
        3,
        10);
    put(
        schemes,
        "ve_ci",
        "Venezuela: identity card CI, SAIME; by form only",
        " -.",
        "[VE]?[1-9]\\d{4,8}",
        5,
        10);
    put(schemes, "pe_dni", "Peru: identity card DNI, RENIEC; by form only", " -.", "\\d{8}", 8, 8);
    // Province 1 to 13 or a letter code for those naturalised, born abroad or foreign.
    put(
        schemes,
        "pa_ci",
        "Panama: identity card, Tribunal Electoral; by form only",
        " ",
        "(?:(?:[1-9]|1[0-3])(?:AV|PI)?|PE|E|N)-\\d{1,4}-\\d{1,6}",
        5,
        14);
    put(schemes, "gy_tin", "Guyana: taxpayer number TIN, GRA; by form only", " -", "\\d{9}", 9, 9);
  }

  private static void put(
      Map<String, Scheme> schemes,
      String name,
      String about,
      String separators,
      String form,
      int least,
      int most) {
    schemes.put(name, Scheme.of(about, separators, Rules.spread(least, most, form)));
  }
}
