// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import java.util.Map;

/// France and with it French Guiana; the Netherlands, whose numbers Suriname's archives hold.
final class FrenchFormats {
  private static final String NO_IO = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private FrenchFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    schemes.put("fr_siren", Scheme.of(" .", n -> NorthernFormats.luhn(n, 9)));
    schemes.put("fr_siret", Scheme.of(" .", FrenchFormats::siret));
    schemes.put("fr_tva", Scheme.of(" -.", "FR", FrenchFormats::tva));
    schemes.put("fr_nif", Scheme.of(" ", FrenchFormats::nif));
    schemes.put("fr_nir", Scheme.of(" .", FrenchFormats::nir));
    schemes.put("nl_bsn", Scheme.of(" -.", FrenchFormats::bsn).form(FrenchFormats::nineDigits));
    schemes.put("nl_btw", Scheme.of(" -.", "NL", FrenchFormats::btw));
    schemes.put("nl_onderwijsnummer", Scheme.of(" -.", FrenchFormats::pupil));
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

  private static String nineDigits(String n) {
    return n.length() < 9 && n.length() > 6 ? "0".repeat(9 - n.length()) + n : n;
  }

  private static Fault bsn(String n) {
    Fault form = Digits.form(n, 9);
    if (form != Fault.NONE) {
      return form;
    }
    if (Digits.number(n) == 0) {
      return Fault.COMPONENT;
    }
    return Digits.when(Digits.weighted(n, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0);
  }

  private static Fault btw(String n) {
    if (n.length() != 12) {
      return Fault.LENGTH;
    }
    boolean form =
        Digits.all(n.substring(0, 9)) && n.charAt(9) == 'B' && Digits.all(n.substring(10));
    if (!form) {
      return Fault.CHARACTERS;
    }
    if (Digits.number(n.substring(0, 9)) == 0 || Digits.number(n.substring(10)) == 0) {
      return Fault.COMPONENT;
    }
    // Since 2020 sole traders have numbers that follow MOD 97-10 and are no BSN.
    return Digits.when(bsn(n.substring(0, 9)) == Fault.NONE || Checksums.mod97("NL" + n));
  }

  private static Fault pupil(String n) {
    Fault form = Digits.form(n, 9);
    if (form != Fault.NONE) {
      return form;
    }
    if (!n.startsWith("10")) {
      return Fault.COMPONENT;
    }
    return Digits.when(Math.floorMod(Digits.weighted(n, 9, 8, 7, 6, 5, 4, 3, 2, -1), 11) == 5);
  }
}
