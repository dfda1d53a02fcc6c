// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import java.util.Map;

/// Bolivia's neighbours along the Andes: Colombia, Ecuador, Peru, Venezuela.
final class AndeanFormats {
  private AndeanFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    schemes.put("co_nit", Scheme.of(" -.,", AndeanFormats::colombiaNit));
    schemes.put("ec_ci", Scheme.of(" -.", AndeanFormats::ecuadorCard));
    schemes.put("ec_ruc", Scheme.of(" -.", AndeanFormats::ecuadorRuc));
    schemes.put("pe_ruc", Scheme.of(" -.", AndeanFormats::peruRuc));
    schemes.put("pe_cui", Scheme.of(" -.", AndeanFormats::peruCard));
    schemes.put("ve_rif", Scheme.of(" -.", AndeanFormats::venezuelaRif));
  }

  private static Fault colombiaNit(String n) {
    if (n.length() < 8 || n.length() > 16) {
      return Fault.LENGTH;
    }
    if (!Digits.all(n)) {
      return Fault.CHARACTERS;
    }
    int[] primes = {3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71};
    int sum = 0;
    for (int i = 0; i < n.length() - 1; i++) {
      sum += Digits.at(n, n.length() - 2 - i) * primes[i];
    }
    return Digits.last(n, Digits.at("01987654321", sum % 11));
  }

  private static boolean ecuadorProvince(String n) {
    int province = Digits.number(n.substring(0, 2));
    return (province >= 1 && province <= 24) || province == 30 || province == 50;
  }

  private static Fault ecuadorCard(String n) {
    Fault form = Digits.form(n, 10);
    if (form != Fault.NONE) {
      return form;
    }
    if (!ecuadorProvince(n) || Digits.at(n, 2) > 6) {
      return Fault.COMPONENT;
    }
    return Digits.when(Checksums.luhn(n));
  }

  private static Fault ecuadorRuc(String n) {
    Fault form = Digits.form(n, 13);
    if (form != Fault.NONE) {
      return form;
    }
    if (!ecuadorProvince(n)) {
      return Fault.COMPONENT;
    }
    return switch (Digits.at(n, 2)) {
      case 0, 1, 2, 3, 4, 5 -> ecuadorNatural(n);
      case 6 -> ecuadorPublic(n) == Fault.NONE ? Fault.NONE : ecuadorNatural(n);
      case 9 -> ecuadorCompany(n);
      default -> Fault.COMPONENT;
    };
  }

  private static Fault ecuadorNatural(String n) {
    return n.endsWith("000") ? Fault.COMPONENT : ecuadorCard(n.substring(0, 10));
  }

  private static Fault ecuadorPublic(String n) {
    if (n.endsWith("0000")) {
      return Fault.COMPONENT;
    }
    return Digits.when(Digits.weighted(n, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0);
  }

  private static Fault ecuadorCompany(String n) {
    if (n.endsWith("000")) {
      return Fault.COMPONENT;
    }
    return Digits.when(Digits.weighted(n, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0);
  }

  private static Fault peruRuc(String n) {
    Fault form = Digits.form(n, 11);
    if (form != Fault.NONE) {
      return form;
    }
    if (!Digits.in(n.substring(0, 2), "10 15 17 20")) {
      return Fault.COMPONENT;
    }
    int sum = Digits.weighted(n, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2);
    return Digits.last(n, (11 - sum % 11) % 10);
  }

  private static Fault peruCard(String n) {
    if (n.length() != 8 && n.length() != 9) {
      return Fault.LENGTH;
    }
    if (!Digits.all(n.substring(0, 8))) {
      return Fault.CHARACTERS;
    }
    if (n.length() == 8) {
      return Fault.NONE;
    }
    int rest = Digits.weighted(n, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
    char check = n.charAt(8);
    return Digits.when(check == "65432110987".charAt(rest) || check == "KJIHGFEDCBA".charAt(rest));
  }

  private static Fault venezuelaRif(String n) {
    if (n.length() != 10) {
      return Fault.LENGTH;
    }
    int type = "VEJPG".indexOf(n.charAt(0));
    // C is the letter of communes; it counts as J does.
    int letter = n.charAt(0) == 'C' ? 2 : type;
    if (letter < 0) {
      return Fault.COMPONENT;
    }
    String digits = n.substring(1);
    if (!Digits.all(digits)) {
      return Fault.CHARACTERS;
    }
    int sum = 4 * (letter + 1) + Digits.weighted(digits, 3, 2, 7, 6, 5, 4, 3, 2);
    return Digits.last(n, Digits.at("00987654321", sum % 11));
  }
}
