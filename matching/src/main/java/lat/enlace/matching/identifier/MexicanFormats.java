// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import java.util.Map;
import java.util.regex.Pattern;

/// Mexico.
final class MexicanFormats {
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

  private MexicanFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    schemes.put(
        "mx_rfc",
        Scheme.of(
            "Mexico: taxpayer number RFC, SAT; check character not judged",
            " -_",
            MexicanFormats::mexicoRfc));
    schemes.put(
        "mx_curp",
        Scheme.of("Mexico: population number CURP, RENAPO", " -_", MexicanFormats::mexicoCurp));
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
}
