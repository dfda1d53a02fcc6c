// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.among;
import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.digits;
import static lat.enlace.matching.identifier.Rules.first;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.rest;
import static lat.enlace.matching.identifier.Rules.some;
import static lat.enlace.matching.identifier.Rules.zero;

import java.util.Map;

/// Belgium, the Netherlands, whose numbers Suriname's archives hold, and Luxembourg.
final class BeneluxFormats {
  private static final Rule CITIZEN =
      digits(9).then(some(0, 9)).then(zero(11, 9, 8, 7, 6, 5, 4, 3, 2, -1));

  private BeneluxFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    belgium(schemes);
    netherlands(schemes);
    schemes.put(
        "lu_tva",
        Scheme.of(
                "Luxembourg: VAT number, AED",
                " -.:",
                digits(8).then(checked(n -> Digits.number(n, 0, 6) % 89 == Digits.number(n, 6, 8))))
            .prefix("LU"));
  }

  private static void belgium(Map<String, Scheme> schemes) {
    schemes.put(
        "be_vat",
        Scheme.of(
                "Belgium: company number, BCE",
                " -./()",
                digits(10).then(some(0, 10)).then(first("01")).then(checked(n -> missing97(n, 8))))
            .prefix("BE")
            .form(n -> n.length() == 9 ? "0" + n : n));
    schemes.put(
        "be_nn",
        Scheme.of(
            "Belgium: national register number NN, RN/RR",
            " -.",
            digits(11).then(n -> person(n, 0))));
    schemes.put(
        "be_bis",
        Scheme.of(
            "Belgium: number of a person not in the register BIS, BCSS",
            " -.",
            digits(11).then(n -> person(n, 40) == Fault.NONE ? Fault.NONE : person(n, 20))));
    schemes.put(
        "be_ssn",
        Scheme.of(
            "Belgium: social security number NISS, BCSS",
            " -.",
            digits(11).then(n -> person(n, Digits.number(n, 2, 4) / 20 * 20))));
    schemes.put(
        "be_eid",
        Scheme.of(
            "Belgium: identity card number, IBZ",
            " -./",
            digits(12).then(checked(n -> rest97(n, 10)))));
    schemes.put(
        "be_ogm_vcs",
        Scheme.of(
            "Belgium: structured payment reference OGM, Febelfin",
            " +/*",
            digits(12).then(checked(n -> rest97(n, 10)))));
  }

  private static boolean missing97(String n, int places) {
    return 97 - Digits.mod(n.substring(0, places), 97) == Digits.number(n.substring(places));
  }

  private static boolean rest97(String n, int places) {
    int rest = Digits.mod(n.substring(0, places), 97);
    return (rest == 0 ? 97 : rest) == Digits.number(n.substring(places));
  }

  // Born from 2000 on, a 2 stands before the digits when the check is made. Month and day are 00
  // where they are not known.
  private static Fault person(String n, int turn) {
    boolean old = missing97(n, 9);
    if (!old && 97 - Digits.mod("2" + n.substring(0, 9), 97) != Digits.number(n, 9, 11)) {
      return Fault.CHECKSUM;
    }
    int month = Digits.number(n, 2, 4) - turn;
    int year = (old ? 1900 : 2000) + Digits.number(n, 0, 2);
    int day = Digits.number(n, 4, 6);
    boolean unknown = month == 0 || (day == 0 && month <= 12);
    boolean born = month >= 0 && (unknown || Digits.isDate(year, month, day));
    return born ? Fault.NONE : Fault.COMPONENT;
  }

  private static void netherlands(Map<String, Scheme> schemes) {
    schemes.put(
        "nl_bsn",
        Scheme.of("Netherlands: citizen's number BSN, RvIG", " -.", CITIZEN)
            .form(n -> n.length() > 6 ? Digits.padded(n, 9) : n));
    schemes.put(
        "nl_btw",
        Scheme.of(
                "Netherlands: VAT number, Belastingdienst",
                " -.",
                form("\\d{9}B\\d{2}", 12)
                    .then(some(0, 9))
                    .then(some(10, 12))
                    // Since 2020 sole traders have numbers that follow MOD 97-10 and are no BSN.
                    .then(
                        checked(n ->
                            CITIZEN.judge(n.substring(0, 9)) == Fault.NONE
                                || Checksums.mod97("NL" + n))))
            .prefix("NL")
            .form(n -> n.indexOf('B') > 0 ? Digits.padded(n, 12) : n));
    schemes.put(
        "nl_onderwijsnummer",
        Scheme.of(
            "Netherlands: pupil's number, DUO",
            " -.",
            digits(9)
                .then(among(0, 2, "10"))
                .then(checked(n -> rest(n, 11, 9, 8, 7, 6, 5, 4, 3, 2, -1) == 5))));
    schemes.put(
        "nl_brin",
        Scheme.of(
            "Netherlands: school BRIN, DUO; no check digit",
            " -.",
            form("\\d{2}[A-Z]{2}(?:\\d{2})?", 4, 6)));
    schemes.put(
        "nl_identiteitskaartnummer",
        Scheme.of(
            "Netherlands: identity document number, RvIG; no check digit",
            " ",
            form("[A-NP-Z]{2}[A-NP-Z\\d]{6}\\d", 9)));
    schemes.put(
        "nl_postcode",
        Scheme.of(
                "Netherlands: postcode, PostNL; by form only",
                " -",
                form("[1-9]\\d{3}(?!SA|SD|SS)[A-Z]{2}", 6))
            .prefix("NL")
            .kept(n -> n.substring(0, 4) + " " + n.substring(4)));
  }
}
