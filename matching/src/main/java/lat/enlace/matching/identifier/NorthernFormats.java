// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import java.util.Map;
import java.util.regex.Pattern;

/// Mexico, Central America, the Caribbean, the United States and Canada.
final class NorthernFormats {
  private static final Pattern RFC = Pattern.compile("[A-Z&Ñ]{3,4}\\d{6}(?:[0-9A-Z]{3})?");
  private static final Pattern CURP =
      Pattern.compile("[A-Z]{4}\\d{6}[HMX][A-Z]{2}[B-DF-HJ-NP-TV-ZX]{3}[0-9A-Z]\\d");
  private static final String STATES =
      "AS BC BS CC CH CL CM CS DF DG GR GT HG JC MC MN MS NE NL NT OC PL QR QT SL SP SR TC TL TS VZ"
          + " YN ZS";
  // Words that the register replaces by an X.
  private static final String REFUSED =
      "BACA BAKA BUEI BUEY CACA CACO CAGA CAGO CAKA CAKO COGE COGI COJA COJE COJI COJO COLA CULO"
          + " FALO FETO GETA GUEI GUEY JETA JOTO KACA KACO KAGA KAGO KAKA KAKO KOGE KOGI KOJA KOJE"
          + " KOJI KOJO KOLA KULO LILO LOCA LOCO LOKA LOKO MAME MAMO MEAR MEAS MEON MIAR MION MOCO"
          + " MOKO MULA MULO NACA NACO PEDA PEDO PENE PIPI PITO POPO PUTA PUTO QULO RATA ROBA ROBE"
          + " ROBO RUIN SENO TETA VACA VAGA VAGO VAKA VUEI VUEY WUEI WUEY";

  private NorthernFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    schemes.put("mx_rfc", Scheme.of(" -_", NorthernFormats::mexicoRfc));
    schemes.put("mx_curp", Scheme.of(" -_", NorthernFormats::mexicoCurp));
    Issued issued = new Issued();
    schemes.put(
        "do_rnc",
        Scheme.of(
            " -.",
            n -> issued.contains("do_rnc", n) ? Fault.NONE : NorthernFormats.dominicanRnc(n)));
    schemes.put(
        "do_cedula",
        Scheme.of(" -.", n -> issued.contains("do_cedula", n) ? Fault.NONE : luhn(n, 11)));
    schemes.put("do_ncf", Scheme.of(" -", NorthernFormats::dominicanReceipt));
    schemes.put(
        "cr_cpf", Scheme.of(" ", NorthernFormats::costaRicaPerson).form(NorthernFormats::padded));
    schemes.put(
        "gt_nit",
        Scheme.of(" -.", NorthernFormats::guatemalaNit).form(n -> n.replaceFirst("^0+", "")));
    schemes.put("sv_nit", Scheme.of(" -.", "SV", NorthernFormats::salvadorNit));
    schemes.put("cu_ni", Scheme.of(" -.", NorthernFormats::cubaNi));
    schemes.put("cr_cr", Scheme.of(" -.", NorthernFormats::costaRicaResident));
    schemes.put("cr_cpj", Scheme.of(" -.", NorthernFormats::costaRicaCompany));
    schemes.put("ca_sin", Scheme.of(" -.", NorthernFormats::canadaSin));
  }

  static Fault luhn(String n, int length) {
    Fault form = Digits.form(n, length);
    return form == Fault.NONE ? Digits.when(Checksums.luhn(n)) : form;
  }

  private static Fault mexicoRfc(String n) {
    if (n.length() != 10 && n.length() != 12 && n.length() != 13) {
      return Fault.LENGTH;
    }
    if (!RFC.matcher(n).matches()) {
      return Fault.CHARACTERS;
    }
    int letters = n.length() == 12 ? 3 : 4;
    boolean refused = letters == 4 && Digits.in(n.substring(0, 4), REFUSED);
    // The check digit is not judged: the register itself issued many that do not fit.
    return refused || !date(n.substring(letters, letters + 6)) ? Fault.COMPONENT : Fault.NONE;
  }

  // The century is not written; a 29 February is taken to be possible if it was in either.
  private static boolean date(String yymmdd) {
    int year = Digits.number(yymmdd.substring(0, 2));
    int month = Digits.number(yymmdd.substring(2, 4));
    int day = Digits.number(yymmdd.substring(4, 6));
    return Digits.isDate(1900 + year, month, day) || Digits.isDate(2000 + year, month, day);
  }

  private static Fault mexicoCurp(String n) {
    if (n.length() != 18) {
      return Fault.LENGTH;
    }
    if (!CURP.matcher(n).matches()) {
      return Fault.CHARACTERS;
    }
    int century = Digits.is(n.charAt(16)) ? 1900 : 2000;
    boolean born =
        Digits.isDate(
            century + Digits.number(n.substring(4, 6)),
            Digits.number(n.substring(6, 8)),
            Digits.number(n.substring(8, 10)));
    if (!born || Digits.in(n.substring(0, 4), REFUSED) || !Digits.in(n.substring(11, 13), STATES)) {
      return Fault.COMPONENT;
    }
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ".indexOf(n.charAt(i)) * (18 - i);
    }
    return Digits.last(n, (10 - sum % 10) % 10);
  }

  private static Fault dominicanRnc(String n) {
    Fault form = Digits.form(n, 9);
    if (form != Fault.NONE) {
      return form;
    }
    int check = Digits.weighted(n, 7, 9, 8, 6, 5, 4, 3, 2) % 11;
    return Digits.last(n, Math.floorMod(10 - check, 9) + 1);
  }

  // Fiscal receipts: nineteen places until 2018, eleven since, thirteen for electronic ones.
  private static Fault dominicanReceipt(String n) {
    String first =
        switch (n.length()) {
          case 19 -> "AP";
          case 13 -> "E";
          case 11 -> "B";
          default -> "";
        };
    if (first.isEmpty()) {
      return Fault.LENGTH;
    }
    if (first.indexOf(n.charAt(0)) < 0 || !Digits.all(n.substring(1))) {
      return Fault.CHARACTERS;
    }
    String kind = n.length() == 19 ? n.substring(9, 11) : n.substring(1, 3);
    String kinds =
        switch (n.length()) {
          case 19 -> "01 02 03 04 11 12 13 14 15";
          case 13 -> "31 32 33 34 41 43 44 45 46 47";
          default -> "01 02 03 04 11 12 13 14 15 16 17";
        };
    return Digits.in(kind, kinds) ? Fault.NONE : Fault.COMPONENT;
  }

  // 1-613-584 is written for 01-0613-0584.
  private static String padded(String n) {
    String[] parts = n.split("-", -1);
    String digits = n.replace("-", "");
    if (parts.length == 3) {
      digits =
          "0".repeat(Math.max(0, 2 - parts[0].length()))
              + parts[0]
              + "0".repeat(Math.max(0, 4 - parts[1].length()))
              + parts[1]
              + "0".repeat(Math.max(0, 4 - parts[2].length()))
              + parts[2];
    }
    return digits.length() == 9 ? "0" + digits : digits;
  }

  private static Fault costaRicaPerson(String n) {
    Fault form = Digits.form(n, 10);
    return form == Fault.NONE && n.charAt(0) != '0' ? Fault.COMPONENT : form;
  }

  private static Fault guatemalaNit(String n) {
    if (n.length() < 2 || n.length() > 12) {
      return Fault.LENGTH;
    }
    if (!Digits.all(n.substring(0, n.length() - 1))) {
      return Fault.CHARACTERS;
    }
    int sum = 0;
    for (int i = 0; i < n.length() - 1; i++) {
      sum += Digits.at(n, n.length() - 2 - i) * (i + 2);
    }
    char check = "0123456789K".charAt(Math.floorMod(-sum, 11));
    char last = n.charAt(n.length() - 1);
    return Digits.is(last) || last == 'K' ? Digits.when(check == last) : Fault.CHARACTERS;
  }

  private static Fault salvadorNit(String n) {
    Fault form = Digits.form(n, 14);
    if (form != Fault.NONE) {
      return form;
    }
    if ("019".indexOf(n.charAt(0)) < 0) {
      return Fault.COMPONENT;
    }
    // Numbers with a serial up to 100 were issued under the old rule.
    boolean old = Digits.number(n.substring(10, 13)) <= 100;
    int check =
        old
            ? Digits.weighted(n, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11 % 10
            : Math.floorMod(-Digits.weighted(n, 2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2), 11) % 10;
    return Digits.last(n, check);
  }

  private static Fault cubaNi(String n) {
    Fault form = Digits.form(n, 11);
    if (form != Fault.NONE) {
      return form;
    }
    int turn = Digits.at(n, 6);
    int century = turn == 9 ? 1800 : turn <= 5 ? 1900 : 2000;
    boolean born =
        Digits.isDate(
            century + Digits.number(n.substring(0, 2)),
            Digits.number(n.substring(2, 4)),
            Digits.number(n.substring(4, 6)));
    return born ? Fault.NONE : Fault.COMPONENT;
  }

  private static Fault costaRicaResident(String n) {
    if (n.length() != 11 && n.length() != 12) {
      return Fault.LENGTH;
    }
    if (!Digits.all(n)) {
      return Fault.CHARACTERS;
    }
    return n.charAt(0) == '1' ? Fault.NONE : Fault.COMPONENT;
  }

  private static Fault costaRicaCompany(String n) {
    Fault form = Digits.form(n, 10);
    if (form != Fault.NONE) {
      return form;
    }
    String kind = n.substring(1, 4);
    boolean known =
        switch (n.charAt(0)) {
          case '2' -> Digits.in(kind, "100 200 300 400");
          case '3' ->
              Digits.in(
                  kind,
                  "002 003 004 005 006 007 008 009 010 011 012 013 014 101 102 103 104 105 106 107"
                      + " 108 109 110");
          case '4' -> kind.equals("000");
          case '5' -> kind.equals("001");
          default -> false;
        };
    return known ? Fault.NONE : Fault.COMPONENT;
  }

  private static Fault canadaSin(String n) {
    Fault form = Digits.form(n, 9);
    if (form != Fault.NONE) {
      return form;
    }
    return "08".indexOf(n.charAt(0)) >= 0 ? Fault.COMPONENT : Digits.when(Checksums.luhn(n));
  }
}
