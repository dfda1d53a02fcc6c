// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.TO_ELEVEN;
import static lat.enlace.matching.identifier.Rules.among;
import static lat.enlace.matching.identifier.Rules.check;
import static lat.enlace.matching.identifier.Rules.checked;
import static lat.enlace.matching.identifier.Rules.digits;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.known;
import static lat.enlace.matching.identifier.Rules.luhn;
import static lat.enlace.matching.identifier.Rules.range;
import static lat.enlace.matching.identifier.Rules.spread;
import static lat.enlace.matching.identifier.Rules.zero;

import java.time.LocalDate;
import java.util.Map;

/// Denmark and the Faroes, Finland, Iceland, Norway, Sweden.
final class NordicFormats {
  private static final String FINNISH = "0123456789ABCDEFHJKLMNPRSTUVWXY";

  private NordicFormats() {}

  static void addTo(Map<String, Scheme> schemes, LocalDate today) {
    denmark(schemes, today);
    finland(schemes);
    iceland(schemes);
    norway(schemes, today);
    sweden(schemes);
  }

  private static void denmark(Map<String, Scheme> schemes, LocalDate today) {
    schemes.put(
        "dk_cpr",
        Scheme.of(
            "Denmark: personal number CPR; birth date only, no check digit since 2007",
            " -",
            digits(10)
                .then(
                    known(n -> {
                      int turn = Digits.at(n, 6);
                      int year = Digits.number(n, 4, 6);
                      int century =
                          turn < 4 || ((turn > 8 || turn == 4) && year > 36)
                              ? 1900
                              : turn < 5 || turn > 8 || year < 58 ? 2000 : 1800;
                      int day = Digits.number(n, 0, 2);
                      return Dates.born(today, century + year, Digits.number(n, 2, 4), day);
                    }))));
    schemes.put(
        "dk_cvr",
        Scheme.of(
                "Denmark: company number CVR, Erhvervsstyrelsen",
                " -.,/:",
                form("[1-9]\\d{7}", 8).then(zero(11, 2, 7, 6, 5, 4, 3, 2, 1)))
            .prefix("DK"));
    schemes.put(
        "fo_vn",
        Scheme.of("Faroes: V-number, TAKS; no check digit", " -.", digits(6)).prefix("FO"));
  }

  private static void finland(Map<String, Scheme> schemes) {
    Rule company = digits(8).then(zero(11, 7, 9, 10, 5, 8, 4, 2, 1));
    schemes.put(
        "fi_alv", Scheme.of("Finland: VAT number, Verohallinto", " -", company).prefix("FI"));
    schemes.put("fi_ytunnus", Scheme.of("Finland: company number, PRH", " -", company));
    schemes.put(
        "fi_associationid",
        Scheme.of(
            "Finland: register of associations, PRH; no check digit",
            " -._+",
            spread(1, 6, "\\d+")));
    schemes.put(
        "fi_veronumero",
        Scheme.of("Finland: building worker's number, Verohallinto; form only", " ", digits(12)));
    schemes.put(
        "fi_hetu",
        Scheme.of(
            "Finland: personal number HETU, DVV",
            " ",
            form("\\d{6}[+\\-A-FU-Y]\\d{3}[" + FINNISH + "]", 11)
                .then(
                    known(n -> {
                      char turn = n.charAt(6);
                      int century = turn == '+' ? 1800 : "ABCDEF".indexOf(turn) < 0 ? 1900 : 2000;
                      return Dates.dmy(n, 0, century);
                    }))
                // From 900 on numbers are given for a time within a hospital.
                .then(range(7, 10, 2, 899))
                .then(
                    checked(n ->
                        n.charAt(10)
                            == FINNISH.charAt(
                                Digits.mod(n.substring(0, 6) + n.substring(7, 10), 31))))));
  }

  private static void iceland(Map<String, Scheme> schemes) {
    schemes.put(
        "is_kennitala",
        Scheme.of(
            "Iceland: number of a person or company, Þjóðskrá",
            " -",
            digits(10)
                .then(
                    known(n -> {
                      // Companies have 40 added to the day.
                      String date = Digits.at(n, 0) % 4 + n.substring(1);
                      return switch (n.charAt(9)) {
                        case '8' -> Dates.dmy(date, 0, 1800);
                        case '9' -> Dates.dmy(date, 0, 1900);
                        case '0' -> Dates.dmy(date, 0, 2000);
                        default -> false;
                      };
                    }))
                .then(zero(11, 3, 2, 7, 6, 5, 4, 3, 2, 1))));
    schemes.put(
        "is_vsk",
        Scheme.of("Iceland: VAT number, Skatturinn; no check digit", " ", digits(5, 6))
            .prefix("IS"));
  }

  private static void norway(Map<String, Scheme> schemes, LocalDate today) {
    Rule company = digits(9).then(check(TO_ELEVEN, 3, 2, 7, 6, 5, 4, 3, 2));
    schemes.put("no_orgnr", Scheme.of("Norway: company number, Brønnøysund", " ", company));
    schemes.put(
        "no_mva",
        Scheme.of(
                "Norway: VAT number, Skatteetaten",
                " ",
                form("\\d{9}MVA", 12).then(company.part(0, 9)))
            .prefix("NO"));
    schemes.put(
        "no_kontonr",
        Scheme.of(
                "Norway: bank account, Finance Norway",
                " .-",
                digits(7, 11).then(NordicFormats::account))
            .form(n -> n.length() == 11 && n.startsWith("0000") ? n.substring(4) : n));
    schemes.put(
        "no_fodselsnummer",
        Scheme.of(
            "Norway: birth number or D-number, Skatteetaten",
            " -:",
            digits(11)
                .then(check(TO_ELEVEN, 3, 7, 6, 1, 8, 9, 4, 5, 2))
                .then(check(TO_ELEVEN, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2))
                .then(known(n -> norwegianBirth(n, today)))));
  }

  // Postal accounts have seven digits, or 0000 before them where a bank would stand.
  static Fault account(String n) {
    return n.length() == 7 || n.startsWith("0000")
        ? Digits.when(Checksums.luhn(n))
        : check(TO_ELEVEN, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2).judge(n);
  }

  // D-numbers have 40 added to the day, numbers for a time 40 to the month, test numbers 80.
  private static boolean norwegianBirth(String n, LocalDate today) {
    int day = Digits.number(n, 0, 2) % 40;
    int month = Digits.number(n, 2, 4) % 40;
    int year = Digits.number(n, 4, 6);
    int serial = Digits.number(n, 6, 9);
    int century =
        serial < 500
            ? 1900
            : serial < 750 && year >= 54 ? 1800 : year < 40 ? 2000 : serial >= 900 ? 1900 : 0;
    return century > 0 && Dates.born(today, century + year, month, day);
  }

  private static void sweden(Map<String, Scheme> schemes) {
    Rule company = digits(10).then(luhn());
    schemes.put("se_orgnr", Scheme.of("Sweden: company number, Bolagsverket", " -.", company));
    schemes.put(
        "se_vat",
        Scheme.of(
                "Sweden: VAT number, Skatteverket",
                " -.",
                form("\\d{12}", 12).then(among(10, 12, "01")).then(company.part(0, 10)))
            .prefix("SE"));
    // A plus stands before the last four digits from the hundredth birthday on.
    schemes.put(
        "se_personnummer",
        Scheme.of(
                "Sweden: personal number, Skatteverket",
                " :",
                form("(?:\\d{2})?\\d{6}[-+]\\d{4}", 11, 13)
                    .then(
                        known(n -> {
                          // Coordination numbers have 60 added to the day.
                          int at = n.length() - 11;
                          String date =
                              n.substring(0, at + 4) + Digits.at(n, at + 4) % 6 + n.charAt(at + 5);
                          return at == 2 ? Dates.whole(date, 0) : Dates.ymd(date, 0);
                        }))
                    .then(
                        checked(n ->
                            Checksums.luhn(n.substring(n.length() - 11).replaceAll("[-+]", "")))))
            .form(n -> {
              String plain = n.replace("-", "");
              return plain.indexOf('+') >= 0 || plain.length() < 10
                  ? plain
                  : plain.substring(0, plain.length() - 4)
                      + "-"
                      + plain.substring(plain.length() - 4);
            }));
    schemes.put(
        "se_postnummer",
        Scheme.of("Sweden: postcode, PostNord; by form only", " -", form("[1-9]\\d{4}", 5))
            .prefix("SE"));
  }
}
