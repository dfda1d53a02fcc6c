// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.TO_ELEVEN;
import static lat.enlace.matching.identifier.Rules.TO_TEN;
import static lat.enlace.matching.identifier.Rules.among;
import static lat.enlace.matching.identifier.Rules.check;
import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.digits;
import static lat.enlace.matching.identifier.Rules.folded;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.known;
import static lat.enlace.matching.identifier.Rules.rest;
import static lat.enlace.matching.identifier.Rules.spread;

import java.util.Locale;
import java.util.Map;

/// Germany, Austria, Switzerland, Liechtenstein.
final class GermanFormats {
  // Tax offices in service.
  private static final String AUSTRIAN_OFFICES =
      "03 04 06 07 08 09 10 12 15 16 18 22 23 29 33 38 41 46 51 52 53 54 57 59 61 65 67 68 69 71 72"
          + " 81 82 83 84 90 91 93 97 98";
  private static final String CARRY = "0946827135";

  private GermanFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    germany(schemes);
    austria(schemes);
    switzerland(schemes);
  }

  private static void germany(Map<String, Scheme> schemes) {
    schemes.put(
        "de_idnr",
        Scheme.of(
            "Germany: tax identity number, § 139b AO",
            " -./,",
            digits(11)
                .then(known(GermanFormats::mixedDigits))
                .then(checked(Checksums::mod11Dot10))));
    schemes.put(
        "de_vat",
        Scheme.of(
                "Germany: VAT number, § 27a UStG",
                " -./,",
                form("[1-9]\\d{8}", 9).then(checked(Checksums::mod11Dot10)))
            .prefix("DE"));
    // Ten places, eleven in some states, thirteen with the state before them.
    schemes.put(
        "de_stnr",
        Scheme.of(
            "Germany: tax number of a tax office, state or federal form; no check digit",
            " -./,",
            form(
                "\\d{10,11}|(?:1[01]|2[1-46-8]|3[0-2]|4[01])\\d{2}0\\d{8}|[59]\\d{3}0\\d{8}",
                10, 11, 13)));
    schemes.put(
        "de_leitweg",
        Scheme.of(
            "Germany: address of public invoices, KoSIT",
            " ",
            spread(5, 46, "\\d{2,12}(?:-[A-Z\\d]{1,30})?-\\d{2}")
                .then(
                    known(n -> {
                      int state = Digits.number(n, 0, 2);
                      return (state >= 1 && state <= 16) || state == 99;
                    }))
                .then(checked(n -> Checksums.mod97(n.replace("-", ""))))));
    schemes.put(
        "de_handelsregisternummer",
        Scheme.of(
                "Germany: company in a court's register, § 8 HRV; court by form only",
                "",
                form(
                    "[\\p{L}][\\p{L} .,/()-]*?"
                        + " (?:HRA|HRB|PR|G[Nn]R|VR|G[Ss]R|GüR) [1-9]\\d{0,5}(?: [A-Z]{1,3})?"))
            .withCase()
            .form(n ->
                n.replaceAll(" +", " ").replaceFirst("^([A-Za-zü]+ \\d[^,]*), (.+)$", "$2 $1")));
  }

  private static boolean mixedDigits(String n) {
    int[] counts = new int[10];
    for (int i = 0; i < 10; i++) {
      counts[Digits.at(n, i)]++;
    }
    int most = 0;
    int repeated = 0;
    for (int count : counts) {
      most = Math.max(most, count);
      repeated += count > 1 ? 1 : 0;
    }
    return n.charAt(0) != '0' && repeated == 1 && most <= 3;
  }

  private static void austria(Map<String, Scheme> schemes) {
    schemes.put(
        "at_uid",
        Scheme.of(
                "Austria: VAT number UID, BMF",
                " -./",
                // 4 is added to the sum before what is missing to 10 is taken.
                form("U\\d{8}", 9).then(folded("6543210987", 1, 2, 1, 2, 1, 2, 1).part(1, -1)))
            .prefix("AT"));
    schemes.put(
        "at_tin",
        Scheme.of(
            "Austria: tax number, BMF",
            " -./,",
            digits(9)
                .then(folded(TO_TEN, 1, 2, 1, 2, 1, 2, 1, 2))
                .then(among(0, 2, AUSTRIAN_OFFICES))));
    schemes.put(
        "at_vnr",
        Scheme.of(
            "Austria: social insurance number, Dachverband",
            " ",
            form("[1-9]\\d{9}", 10)
                .then(checked(n -> rest(n, 11, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) == Digits.at(n, 3)))));
    schemes.put(
        "at_businessid",
        Scheme.of(
                "Austria: company register number FN, BMJ; check letter not judged",
                " -./",
                form("\\d{1,6}[a-zA-Z]"))
            .withCase()
            .prefix("FN", "fn")
            .kept(n -> n.toLowerCase(Locale.ROOT)));
  }

  private static void switzerland(Map<String, Scheme> schemes) {
    schemes.put(
        "ch_ssn",
        Scheme.of(
            "Switzerland: social insurance number AHV, ZAS",
            " .",
            digits(13).then(among(0, 3, "756")).then(checked(Checksums::ean))));
    Rule uid = form("CHE\\d{9}", 12).then(check(TO_ELEVEN, 5, 4, 3, 2, 7, 6, 5, 4).part(3, -1));
    schemes.put(
        "ch_uid",
        Scheme.of("Switzerland: company number UID, BFS", " -.", uid)
            .form(n -> n.length() == 9 ? "CHE" + n : n));
    schemes.put(
        "ch_vat",
        Scheme.of(
            "Switzerland: VAT number, ESTV",
            " -.",
            n -> {
              if (n.length() != 15 && n.length() != 16) {
                return Fault.LENGTH;
              }
              Fault fault = uid.judge(n.substring(0, 12));
              return fault == Fault.NONE && !Digits.in(n.substring(12), "MWST TVA IVA TPV")
                  ? Fault.COMPONENT
                  : fault;
            }));
    schemes.put(
        "ch_esr",
        Scheme.of(
                "Switzerland: payment reference ESR, SIX",
                " ",
                spread(1, 27, "\\d+").then(checked(GermanFormats::carried)))
            .form(Digits::unpadded));
    schemes.put(
        "li_peid",
        Scheme.of(
                "Liechtenstein: personal number PEID, tax administration; no check digit",
                " .",
                spread(4, 12, "\\d+"))
            .form(Digits::unpadded));
  }

  // Modulo 10, recursive.
  private static boolean carried(String n) {
    int carry = 0;
    for (int i = 0; i < n.length() - 1; i++) {
      carry = Digits.at(CARRY, (carry + Digits.at(n, i)) % 10);
    }
    return (10 - carry) % 10 == Digits.at(n, n.length() - 1);
  }
}
