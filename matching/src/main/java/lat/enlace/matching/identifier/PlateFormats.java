// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import java.util.Map;

/// Plates of vehicles of the neighbouring territories. No plate has a check digit: a plate is valid
/// when it has a form that its state issues to cars, motorcycles or public vehicles. Diplomatic,
/// military and temporary plates are not judged here and count as malformed.
final class PlateFormats {
  private PlateFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    // Resolución 3245 of 2009: cars AAA000, motorcycles AAA00A and AAA00, trailers R00000.
    put(
        schemes,
        "co_plate",
        "Colombia: plate; by form only",
        "[A-Z]{3}\\d{3}|[A-Z]{3}\\d{2}[A-Z]?|[RS]\\d{5}");
    // Since 2008 AA000AA and motorcycles AA0A00A; before, AAA00A and AAA000.
    put(
        schemes,
        "ve_plate",
        "Venezuela: plate; by form only",
        "[A-Z]{2}\\d{3}[A-Z]{2}|[A-Z]{2}\\d[A-Z]\\d{2}[A-Z]|[A-Z]{3}\\d{2}[A-Z\\d]");
    // The first letter is the province; three digits until 2012, four since; motorcycles AA000A.
    put(
        schemes,
        "ec_plate",
        "Ecuador: plate; by form only",
        "[A-CE-Z][A-Z]{2}\\d{3,4}|[A-CE-Z][A-Z]\\d{3}[A-Z]");
    // AAA0000 until 2018, the Mercosur form AAA0A00 since.
    put(schemes, "br_plate", "Brazil: plate; by form only", "[A-Z]{3}\\d[A-Z\\d]\\d{2}");
    // Decreto Supremo 017-2008-MTC: A0A000 and AAA000; motorcycles and mototaxis 0000AA.
    put(
        schemes,
        "pe_plate",
        "Peru: plate; by form only",
        "[A-Z][A-Z\\d][A-Z]\\d{3}|\\d{4}[A-Z\\d][A-Z]");
    put(schemes, "bo_plate", "Bolivia: plate; by form only", "\\d{3,4}[A-Z]{3}");
    put(schemes, "pa_plate", "Panama: plate; by form only", "[A-Z]{2}\\d{4}|[A-Z]\\d{5}|\\d{5,6}");
    // One letter for the class of vehicle, then the series.
    put(schemes, "gy_plate", "Guyana: plate; by form only", "[A-Z]{2,3}\\d{1,4}");
    put(schemes, "sr_plate", "Suriname: plate; by form only", "[A-Z]{1,2}\\d{4}|\\d{4}[A-Z]{1,2}");
    // French Guiana: the national system AA000AA without I, O, U, and the old one 0000AA973.
    put(
        schemes,
        "gf_plate",
        "French Guiana: plate; by form only",
        "[A-HJ-NP-TV-Z]{2}\\d{3}[A-HJ-NP-TV-Z]{2}|\\d{1,4}[A-Z]{2,3}973");
  }

  private static void put(Map<String, Scheme> schemes, String name, String about, String form) {
    schemes.put(name, Scheme.of(about, " -.·", Rules.spread(4, 9, form)));
  }
}
