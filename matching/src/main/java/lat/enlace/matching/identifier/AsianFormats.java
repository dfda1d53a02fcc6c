// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.TO_ELEVEN_LAST;
import static lat.enlace.matching.identifier.Rules.among;
import static lat.enlace.matching.identifier.Rules.check;
import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.digits;
import static lat.enlace.matching.identifier.Rules.first;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.known;
import static lat.enlace.matching.identifier.Rules.luhn;
import static lat.enlace.matching.identifier.Rules.range;
import static lat.enlace.matching.identifier.Rules.some;
import static lat.enlace.matching.identifier.Rules.spread;

import java.time.LocalDate;
import java.util.Map;

/// India, Indonesia, Israel, Malaysia, Oman, Pakistan, Singapore, Thailand, Vietnam.
final class AsianFormats {
  private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String INDONESIAN_PROVINCES =
      "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81"
          + " 82 91 92 93 94 95 96 97";
  // Places of birth that are not given.
  private static final String NO_PLACE = "00 17 18 19 20 69 70 73 80 81 94 95 96 97";

  private AsianFormats() {}

  static void addTo(Map<String, Scheme> schemes, LocalDate today) {
    india(schemes);
    thailand(schemes);
    SingaporeFormats.addTo(schemes, today);
    schemes.put(
        "id_nik",
        Scheme.of(
            "Indonesia: identity number NIK, Dukcapil; province only, no check digit",
            " -.",
            digits(16)
                .then(among(0, 2, INDONESIAN_PROVINCES))
                // Women have 40 added to the day.
                .then(known(n -> Dates.dmy(Digits.at(n, 6) % 4 + n.substring(7), 0)))));
    Rule old = luhn().part(0, 9);
    Rule recent = luhn().part(1, 10);
    schemes.put(
        "id_npwp",
        Scheme.of(
            "Indonesia: tax number NPWP, DJP",
            " -.",
            digits(15, 16)
                .then(n ->
                    n.length() == 15
                        ? old.judge(n)
                        // Companies and foreigners write a 0 before it since 2024, residents their
                        // NIK.
                        : n.charAt(0) == '0' ? recent.judge(n) : Fault.NONE)));
    schemes.put(
        "il_hp",
        Scheme.of(
            "Israel: company number, Registrar of Companies",
            " -",
            digits(9).then(first("5")).then(luhn())));
    schemes.put(
        "il_idnr",
        Scheme.of("Israel: identity number, PIBA", " -", spread(1, 9, "\\d+").then(luhn()))
            .form(n -> n.isEmpty() ? n : Digits.padded(n, 9)));
    schemes.put(
        "my_nric",
        Scheme.of(
            "Malaysia: identity card NRIC, JPN; no check digit",
            " -*",
            digits(12)
                .then(known(n -> Dates.ymd(n, 0) && !Digits.in(n.substring(6, 8), NO_PLACE)))));
    schemes.put(
        "om_vat",
        Scheme.of(
            "Oman: VAT number, Tax Authority",
            " ",
            form("OM\\d{9}[\\dX]", 12)
                .then(checked(n -> Checksums.pure(n.substring(4), 11, 'X')))));
    // The first digit is the province, the last tells men and women.
    schemes.put(
        "pk_cnic",
        Scheme.of(
            "Pakistan: identity card CNIC, NADRA; no check digit",
            " -",
            digits(13).then(first("1234567")).then(known(n -> n.charAt(12) != '0'))));
    schemes.put(
        "vn_mst",
        Scheme.of(
            "Vietnam: tax number MST, General Department of Taxation",
            " -.",
            digits(10, 13)
                .then(some(2, 9))
                .then(known(n -> n.length() == 10 || !n.endsWith("000")))
                .then(check("-9876543210", 31, 29, 23, 19, 17, 13, 7, 5, 3))));
  }

  private static void india(Map<String, Scheme> schemes) {
    // The fourth letter tells what kind of holder.
    Rule pan =
        form("[A-Z]{5}\\d{4}[A-Z]", 10)
            .then(known(n -> "ABCFGHJKLPT".indexOf(n.charAt(3)) >= 0))
            .then(some(5, 9));
    schemes.put(
        "in_pan", Scheme.of("India: tax account PAN; no published check letter", " -", pan));
    schemes.put(
        "in_gstin",
        Scheme.of(
            "India: VAT number GSTIN, GSTN",
            " -",
            form("\\d{2}[A-Z\\d]{11}Z[A-Z\\d]", 15)
                .then(range(0, 2, 1, 38))
                .then(pan.part(2, 12))
                .then(known(n -> n.charAt(12) != '0'))
                .then(checked(n -> Checksums.luhn(n, ALPHANUMERIC)))));
    schemes.put(
        "in_epic",
        Scheme.of(
            "India: voter's card EPIC, Election Commission",
            " -",
            form("[A-Z]{3}\\d{7}", 10).then(luhn().part(3, -1))));
    Rule verhoeff = checked(Checksums::verhoeff);
    Rule crooked = known(n -> !new StringBuilder(n).reverse().toString().equals(n));
    schemes.put(
        "in_aadhaar",
        Scheme.of(
            "India: residents' number Aadhaar, UIDAI",
            " -",
            form("[2-9]\\d{11}", 12).then(crooked).then(verhoeff)));
    schemes.put(
        "in_vid",
        Scheme.of(
            "India: virtual number for an Aadhaar, UIDAI",
            " -",
            form("[2-9]\\d{15}", 16).then(crooked).then(verhoeff)));
  }

  private static void thailand(Map<String, Scheme> schemes) {
    Rule fits = check(TO_ELEVEN_LAST, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2);
    Rule company = form("0\\d{12}", 13).then(fits);
    Rule person = form("[1-8]\\d{12}", 13).then(fits);
    schemes.put("th_moa", Scheme.of("Thailand: company number, DBD", " -", company));
    schemes.put("th_pin", Scheme.of("Thailand: personal number, DOPA", " -", person));
    schemes.put(
        "th_tin", Scheme.of("Thailand: tax number, Revenue Department", " -", company.or(person)));
  }
}
