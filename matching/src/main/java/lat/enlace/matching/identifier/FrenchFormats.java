// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.among;
import static lat.enlace.matching.identifier.Rules.digits;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.luhn;

import java.util.Map;

/// France and with it French Guiana; Monaco.
final class FrenchFormats {
  private static final String NO_IO = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private FrenchFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    Rule siren = digits(9).then(luhn());
    schemes.put("fr_siren", Scheme.of("France: company number SIREN, INSEE", " .", siren));
    schemes.put(
        "fr_siret", Scheme.of("France: establishment SIRET, INSEE", " .", FrenchFormats::siret));
    schemes.put(
        "fr_tva", Scheme.of("France: VAT number, DGFiP", " -.", FrenchFormats::tva).prefix("FR"));
    schemes.put(
        "mc_tva",
        Scheme.of(
                "Monaco: VAT number, Direction des Services Fiscaux",
                " -.",
                n -> n.length() == 11 && !n.startsWith("000", 2) ? Fault.COMPONENT : tva(n))
            .prefix("FR")
            .kept(n -> "FR" + n));
    schemes.put("fr_nif", Scheme.of("France: tax number SPI, DGFiP", " ", FrenchFormats::nif));
    schemes.put(
        "fr_nir", Scheme.of("France: social security number NIR, INSEE", " .", FrenchFormats::nir));
    schemes.put(
        "fr_accise",
        Scheme.of(
            "France: excise number, Douane; no check digit",
            " ",
            form("FR0\\d{5}[A-Z]\\d{4}", 13).then(among(8, 9, "B C E N"))));
    schemes.put(
        "fr_rcs",
        Scheme.of(
                "France: company in the register of a town RCS, INPI; town by form only",
                "",
                form("RCS [\\p{L}][\\p{L}' -]* [ABCD] \\d{9}")
                    .then(n -> siren.judge(n.substring(n.length() - 9))))
            .withCase()
            .form(FrenchFormats::register));
  }

  // The digits are run together, single spaces stand between the parts.
  private static String register(String n) {
    String spaced = n.replaceAll(" +", " ");
    return spaced.replaceAll("(?<=\\d) (?=\\d)", "").replaceAll("(?<= [ABCD])(?=\\d)", " ");
  }

  private static Fault siret(String n) {
    Fault form = Digits.form(n, 14);
    if (form != Fault.NONE) {
      return form;
    }
    // The post office has more branches than the arithmetic leaves room for.
    if (n.startsWith("356000000") && !n.equals("35600000000048")) {
      return Digits.when(n.chars().map(c -> c - '0').sum() % 5 == 0);
    }
    boolean siren = Checksums.luhn(n.substring(0, 9));
    return Digits.when(siren && Checksums.luhn(n));
  }

  private static Fault tva(String n) {
    if (n.length() != 11) {
      return Fault.LENGTH;
    }
    String siren = n.substring(2);
    boolean head = NO_IO.indexOf(n.charAt(0)) >= 0 && NO_IO.indexOf(n.charAt(1)) >= 0;
    if (!head || !Digits.all(siren)) {
      return Fault.CHARACTERS;
    }
    // Monaco's numbers begin with 000 and are no SIREN.
    if (!siren.startsWith("000") && !Checksums.luhn(siren)) {
      return Fault.CHECKSUM;
    }
    if (Digits.all(n)) {
      return Digits.when(Digits.mod(siren + "12", 97) == Digits.number(n.substring(0, 2)));
    }
    int first = NO_IO.indexOf(n.charAt(0));
    int second = NO_IO.indexOf(n.charAt(1));
    int check = Digits.is(n.charAt(0)) ? first * 24 + second - 10 : first * 34 + second - 100;
    long body = Long.parseLong(siren);
    return Digits.when((body + 1 + check / 11) % 11 == check % 11);
  }

  private static Fault nif(String n) {
    Fault form = Digits.form(n, 13);
    if (form != Fault.NONE) {
      return form;
    }
    if (n.charAt(0) > '3') {
      return Fault.COMPONENT;
    }
    return Digits.when(Digits.mod(n.substring(0, 10), 511) == Digits.number(n.substring(10)));
  }

  private static Fault nir(String n) {
    if (n.length() != 15) {
      return Fault.LENGTH;
    }
    String department = n.substring(5, 7);
    String digits =
        switch (department) {
          case "2A" -> n.substring(0, 5) + "19" + n.substring(7);
          case "2B" -> n.substring(0, 5) + "18" + n.substring(7);
          default -> n;
        };
    if (!Digits.all(digits)) {
      return Fault.CHARACTERS;
    }
    int check = 97 - Digits.mod(digits.substring(0, 13), 97);
    return Digits.when(check == Digits.number(digits.substring(13)));
  }
}
