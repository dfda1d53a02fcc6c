// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.TO_ELEVEN_0;
import static lat.enlace.matching.identifier.Rules.among;
import static lat.enlace.matching.identifier.Rules.check;
import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.digits;
import static lat.enlace.matching.identifier.Rules.first;
import static lat.enlace.matching.identifier.Rules.fold;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.known;
import static lat.enlace.matching.identifier.Rules.range;

import java.util.Map;

/// Spain, Portugal, Andorra.
final class IberianFormats {
  private static final String NIF_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final String CADASTRE = "ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
  private static final Rule DNI =
      form("\\d{8}[A-Z]", 9)
          .then(checked(n -> NIF_LETTERS.charAt(Digits.number(n, 0, 8) % 23) == n.charAt(8)));
  // The first letter stands for a digit before the seven others.
  private static final Rule NIE =
      form("[XYZ]\\d{7}[A-Z]", 9).then(n -> DNI.judge("XYZ".indexOf(n.charAt(0)) + n.substring(1)));
  private static final Rule CIF =
      form("[ABCDEFGHJNPQRSUVW]\\d{7}[A-Z\\d]", 9).then(checked(IberianFormats::spainCompany));

  private IberianFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    schemes.put("es_nie", Scheme.of("Spain: foreigner's number NIE, Policía Nacional", " -.", NIE));
    schemes.put(
        "es_dni", Scheme.of("Spain: identity card DNI, Policía Nacional", " -.", DNI).prefix("ES"));
    schemes.put(
        "es_cif",
        Scheme.of(
                "Spain: company number CIF, AEAT",
                " -.",
                n ->
                    n.length() == 9 && "KLM".indexOf(n.charAt(0)) >= 0
                        ? DNI.judge("0" + n.substring(1))
                        : CIF.judge(n))
            .prefix("ES"));
    schemes.put(
        "es_nif",
        Scheme.of("Spain: tax number NIF, AEAT", " -.", IberianFormats::spainNif).prefix("ES"));
    schemes.put(
        "es_ccc",
        Scheme.of("Spain: bank account CCC, Banco de España", " -", IberianFormats::spainAccount));
    schemes.put(
        "es_cups",
        Scheme.of(
            "Spain: supply point of power or gas CUPS, CNMC",
            " -",
            form("[A-Z]{2}\\d{16}[A-Z]{2}(?:\\d[FPRCXYZ])?", 20, 22)
                .then(among(0, 2, "ES"))
                .then(
                    checked(n -> {
                      int rest = Digits.mod(n.substring(2, 18), 529);
                      return n.charAt(18) == NIF_LETTERS.charAt(rest / 23)
                          && n.charAt(19) == NIF_LETTERS.charAt(rest % 23);
                    }))));
    schemes.put(
        "es_cae",
        Scheme.of(
            "Spain: excise establishment CAE, AEAT; by form only",
            " -",
            form("ES000\\d{2}[A-FHILMOPRTV][A-Z\\d]\\d{3}[A-Z]", 13).then(range(5, 7, 1, 56))));
    schemes.put(
        "es_postal_code",
        Scheme.of(
            "Spain: postcode, Correos; province only", " ", digits(5).then(range(0, 2, 1, 52))));
    schemes.put(
        "es_referenciacatastral",
        Scheme.of(
            "Spain: property, Catastro",
            " -",
            form("[A-ZÑ\\d]{18}[A-Z]{2}", 20)
                .then(
                    checked(n ->
                        property(n.substring(0, 7) + n.substring(14, 18)) == n.charAt(18)
                            && property(n.substring(7, 18)) == n.charAt(19)))));
    schemes.put(
        "pt_nif",
        Scheme.of(
                "Portugal: tax number NIF, Autoridade Tributária",
                " -.",
                form("[1-9]\\d{8}", 9).then(check(TO_ELEVEN_0, 9, 8, 7, 6, 5, 4, 3, 2)))
            .prefix("PT"));
    schemes.put(
        "pt_cc",
        Scheme.of(
            "Portugal: citizen's card, IRN",
            " -",
            form("\\d{9}[A-Z\\d]{2}\\d", 12).then(checked(IberianFormats::portugalCard))));
    schemes.put(
        "ad_nrt",
        Scheme.of(
            "Andorra: tax number NRT, Govern d'Andorra; no check digit",
            " -.",
            form("[A-Z]\\d{6}[A-Z]", 8)
                .then(first("ACDEFGLOPU"))
                .then(
                    known(n -> {
                      int serial = Digits.number(n, 1, 7);
                      return switch (n.charAt(0)) {
                        case 'F' -> serial <= 699_999;
                        case 'A', 'L' -> serial > 699_999 && serial < 800_000;
                        default -> true;
                      };
                    }))));
  }

  private static boolean spainCompany(String n) {
    int check = (10 - fold(n.substring(1), 2, 1, 2, 1, 2, 1, 2) % 10) % 10;
    boolean letter = n.charAt(8) == "JABCDEFGHI".charAt(check);
    boolean digit = n.charAt(8) == (char) ('0' + check);
    boolean letterOnly = "KPQS".indexOf(n.charAt(0)) >= 0 || n.startsWith("00", 1);
    boolean digitOnly = "ABEH".indexOf(n.charAt(0)) >= 0;
    return letterOnly ? letter : digitOnly ? digit : letter || digit;
  }

  private static Fault spainNif(String n) {
    if (n.length() != 9) {
      return Fault.LENGTH;
    }
    return switch (n.charAt(0)) {
      case 'K', 'L', 'M' -> DNI.judge("0" + n.substring(1));
      case 'X', 'Y', 'Z' -> NIE.judge(n);
      default -> Digits.is(n.charAt(0)) ? DNI.judge(n) : CIF.judge(n);
    };
  }

  static Fault spainAccount(String n) {
    Fault form = Digits.form(n, 20);
    if (form != Fault.NONE) {
      return form;
    }
    return Digits.when(
        accountDigit("00" + n.substring(0, 8)) == Digits.at(n, 8)
            && accountDigit(n.substring(10)) == Digits.at(n, 9));
  }

  private static int accountDigit(String ten) {
    int check = 11 - Digits.weighted(ten, 1, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11;
    return check == 11 ? 0 : check == 10 ? 1 : check;
  }

  // One letter for plot and unit, one for sheet and unit; letters count from A as 1.
  private static char property(String part) {
    int[] weights = {13, 15, 12, 5, 4, 17, 9, 21, 3, 7, 1};
    int sum = 0;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      sum += weights[i] * (Digits.is(c) ? c - '0' : CADASTRE.indexOf(c) + 1);
    }
    return "MQWERTYUIOPASDFGHJKLBZX".charAt(sum % 23);
  }

  private static boolean portugalCard(String n) {
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      int value = Digits.value(n.charAt(i));
      int doubled = value * 2 > 9 ? value * 2 - 9 : value * 2;
      sum += i % 2 == 0 ? doubled : value;
    }
    return sum % 10 == 0;
  }
}
