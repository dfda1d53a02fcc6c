// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import java.util.Map;

/// Argentina, Brazil, Chile, Paraguay, Uruguay.
final class SouthernFormats {
  private SouthernFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    schemes.put("ar_cuit", Scheme.of(" -.", SouthernFormats::argentinaCuit));
    schemes.put("ar_dni", Scheme.of(" -.", SouthernFormats::argentinaDni));
    schemes.put("ar_cbu", Scheme.of(" -.", SouthernFormats::argentinaCbu));
    schemes.put("br_cpf", Scheme.of(" -.", SouthernFormats::brazilCpf));
    schemes.put("br_cnpj", Scheme.of(" -./", SouthernFormats::brazilCnpj));
    schemes.put("cl_rut", Scheme.of(" -.", "CL", SouthernFormats::chileRut));
    schemes.put("py_ruc", Scheme.of(" -.", SouthernFormats::paraguayRuc));
    schemes.put("uy_rut", Scheme.of(" -.", "UY", SouthernFormats::uruguayRut));
  }

  private static Fault argentinaCuit(String n) {
    Fault form = Digits.form(n, 11);
    if (form != Fault.NONE) {
      return form;
    }
    if (!Digits.in(n.substring(0, 2), "20 23 24 25 26 27 30 33 34 50 51 55")) {
      return Fault.COMPONENT;
    }
    int sum = Digits.weighted(n, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2);
    return Digits.last(n, Digits.at("012345678990", 11 - sum % 11));
  }

  private static Fault argentinaDni(String n) {
    if (!Digits.all(n)) {
      return Fault.CHARACTERS;
    }
    return n.length() == 7 || n.length() == 8 ? Fault.NONE : Fault.LENGTH;
  }

  private static Fault argentinaCbu(String n) {
    Fault form = Digits.form(n, 22);
    if (form != Fault.NONE) {
      return form;
    }
    return Digits.when(cbuBlock(n.substring(0, 8)) && cbuBlock(n.substring(8)));
  }

  private static boolean cbuBlock(String block) {
    int[] weights = {3, 1, 7, 9};
    int sum = 0;
    for (int i = 0; i < block.length() - 1; i++) {
      sum += Digits.at(block, block.length() - 2 - i) * weights[i % 4];
    }
    return (10 - sum % 10) % 10 == Digits.at(block, block.length() - 1);
  }

  private static Fault brazilCpf(String n) {
    Fault form = Digits.form(n, 11);
    if (form != Fault.NONE) {
      return form;
    }
    if (Digits.same(n)) {
      // Eleven equal digits pass the arithmetic but are never issued.
      return Fault.COMPONENT;
    }
    int first = 11 - Digits.weighted(n, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    int second = 11 - Digits.weighted(n, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return Digits.when(
        Digits.at(n, 9) == (first > 9 ? 0 : first)
            && Digits.at(n, 10) == (second > 9 ? 0 : second));
  }

  // Letters are allowed in all but the check digits from 2026 on; each counts its code less 48.
  private static Fault brazilCnpj(String n) {
    if (n.length() != 14) {
      return Fault.LENGTH;
    }
    if (!Digits.all(n.substring(12)) || n.chars().anyMatch(c -> Digits.value((char) c) < 0)) {
      return Fault.CHARACTERS;
    }
    if (n.startsWith("000000000000")) {
      return Fault.COMPONENT;
    }
    return Digits.when(cnpjDigit(n, 12) && cnpjDigit(n, 13));
  }

  private static boolean cnpjDigit(String n, int at) {
    int sum = 0;
    for (int i = 0; i < at; i++) {
      int weight = (at - 1 - i) % 8 + 2;
      sum += (n.charAt(i) - '0') * weight;
    }
    int check = 11 - sum % 11;
    return Digits.at(n, at) == (check > 9 ? 0 : check);
  }

  private static Fault chileRut(String n) {
    if (n.length() != 8 && n.length() != 9) {
      return Fault.LENGTH;
    }
    String digits = n.substring(0, n.length() - 1);
    if (!Digits.all(digits)) {
      return Fault.CHARACTERS;
    }
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += Digits.at(digits, digits.length() - 1 - i) * (2 + i % 6);
    }
    return Digits.when("0K987654321".charAt(sum % 11) == n.charAt(n.length() - 1));
  }

  private static Fault paraguayRuc(String n) {
    if (n.length() < 5 || n.length() > 9) {
      return Fault.LENGTH;
    }
    if (!Digits.all(n)) {
      return Fault.CHARACTERS;
    }
    int sum = 0;
    for (int i = 0; i < n.length() - 1; i++) {
      sum += Digits.at(n, n.length() - 2 - i) * (i + 2);
    }
    return Digits.last(n, Math.floorMod(-sum, 11) % 10);
  }

  private static Fault uruguayRut(String n) {
    Fault form = Digits.form(n, 12);
    if (form != Fault.NONE) {
      return form;
    }
    int type = Digits.number(n.substring(0, 2));
    boolean parts = type >= 1 && type <= 22 && !n.startsWith("000000", 2) && n.startsWith("001", 8);
    if (!parts) {
      return Fault.COMPONENT;
    }
    int check = Math.floorMod(-Digits.weighted(n, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2), 11);
    return check == 10 ? Fault.CHECKSUM : Digits.last(n, check);
  }
}
