// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import java.util.Map;

/// Spain and Portugal, and other countries whose papers are met in the region.
final class EuropeanFormats {
  private static final String NIF_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

  private EuropeanFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    schemes.put("es_nie", Scheme.of(" -.", EuropeanFormats::spainNie));
    schemes.put("es_cif", Scheme.of(" -.", "ES", EuropeanFormats::spainCif));
    schemes.put("es_nif", Scheme.of(" -.", "ES", EuropeanFormats::spainNif));
    schemes.put("es_ccc", Scheme.of(" -", EuropeanFormats::spainAccount));
    schemes.put("pt_nif", Scheme.of(" -.", "PT", EuropeanFormats::portugalNif));
    schemes.put("pt_cc", Scheme.of(" -", EuropeanFormats::portugalCard));
    schemes.put("de_idnr", Scheme.of(" -./,", EuropeanFormats::germanyId));
    schemes.put("pl_pesel", Scheme.of(" -", EuropeanFormats::polandPesel));
    schemes.put("ru_inn", Scheme.of(" ", EuropeanFormats::russiaInn));
    schemes.put("tr_tckimlik", Scheme.of(" ", EuropeanFormats::turkeyId));
    schemes.put("gb_nhs", Scheme.of(" -", EuropeanFormats::britainNhs));
  }

  static Fault spainDni(String n) {
    if (n.length() != 9) {
      return Fault.LENGTH;
    }
    String digits = n.substring(0, 8);
    if (!Digits.all(digits)) {
      return Fault.CHARACTERS;
    }
    return Digits.when(NIF_LETTERS.charAt(Digits.number(digits) % 23) == n.charAt(8));
  }

  private static Fault spainNie(String n) {
    if (n.length() != 9) {
      return Fault.LENGTH;
    }
    int first = "XYZ".indexOf(n.charAt(0));
    return first < 0 ? Fault.CHARACTERS : spainDni(first + n.substring(1));
  }

  private static Fault spainCif(String n) {
    if (n.length() != 9) {
      return Fault.LENGTH;
    }
    String digits = n.substring(1, 8);
    if (!Digits.all(digits) || "ABCDEFGHJNPQRSUVW".indexOf(n.charAt(0)) < 0) {
      return Fault.CHARACTERS;
    }
    int sum = 0;
    for (int i = 0; i < 7; i++) {
      int digit = Digits.at(digits, i) * (i % 2 == 0 ? 2 : 1);
      sum += digit > 9 ? digit - 9 : digit;
    }
    int check = (10 - sum % 10) % 10;
    boolean letter = n.charAt(8) == "JABCDEFGHI".charAt(check);
    boolean digit = n.charAt(8) == (char) ('0' + check);
    boolean letterOnly = "KPQS".indexOf(n.charAt(0)) >= 0 || n.startsWith("00", 1);
    boolean digitOnly = "ABEH".indexOf(n.charAt(0)) >= 0;
    return Digits.when(letterOnly ? letter : digitOnly ? digit : letter || digit);
  }

  private static Fault spainNif(String n) {
    if (n.length() != 9) {
      return Fault.LENGTH;
    }
    char first = n.charAt(0);
    if ("KLM".indexOf(first) >= 0) {
      return spainDni("0" + n.substring(1));
    }
    if (Digits.is(first)) {
      return spainDni(n);
    }
    return "XYZ".indexOf(first) >= 0 ? spainNie(n) : spainCif(n);
  }

  private static Fault spainAccount(String n) {
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

  private static Fault portugalNif(String n) {
    Fault form = Digits.form(n, 9);
    if (form != Fault.NONE) {
      return form;
    }
    if (n.charAt(0) == '0') {
      return Fault.CHARACTERS;
    }
    int check = 11 - Digits.weighted(n, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return Digits.last(n, check > 9 ? 0 : check);
  }

  private static Fault portugalCard(String n) {
    if (n.length() != 12) {
      return Fault.LENGTH;
    }
    boolean form = Digits.all(n.substring(0, 9)) && Digits.is(n.charAt(11));
    if (!form || n.chars().anyMatch(c -> Digits.value((char) c) < 0)) {
      return Fault.CHARACTERS;
    }
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      int value = Digits.value(n.charAt(i));
      int doubled = value * 2 > 9 ? value * 2 - 9 : value * 2;
      sum += i % 2 == 0 ? doubled : value;
    }
    return Digits.when(sum % 10 == 0);
  }

  private static Fault germanyId(String n) {
    Fault form = Digits.form(n, 11);
    if (form != Fault.NONE) {
      return form;
    }
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
    if (n.charAt(0) == '0' || repeated != 1 || most > 3) {
      return Fault.COMPONENT;
    }
    return Digits.when(Checksums.mod11Dot10(n));
  }

  private static Fault polandPesel(String n) {
    Fault form = Digits.form(n, 11);
    if (form != Fault.NONE) {
      return form;
    }
    int turn = Digits.at(n, 2) / 2;
    int century = turn == 4 ? 1800 : 1900 + turn * 100;
    boolean born =
        Digits.isDate(
            century + Digits.number(n.substring(0, 2)),
            Digits.number(n.substring(2, 4)) % 20,
            Digits.number(n.substring(4, 6)));
    if (!born) {
      return Fault.COMPONENT;
    }
    int check = (10 - Digits.weighted(n, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3) % 10) % 10;
    return Digits.last(n, check);
  }

  private static Fault russiaInn(String n) {
    if (n.length() != 10 && n.length() != 12) {
      return Fault.LENGTH;
    }
    if (!Digits.all(n)) {
      return Fault.CHARACTERS;
    }
    if (n.length() == 10) {
      return Digits.last(n, Digits.weighted(n, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10);
    }
    int first = Digits.weighted(n, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10;
    int second = Digits.weighted(n, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10;
    return Digits.when(Digits.at(n, 10) == first && Digits.at(n, 11) == second);
  }

  private static Fault turkeyId(String n) {
    Fault form = Digits.form(n, 11);
    if (form != Fault.NONE) {
      return form;
    }
    if (n.charAt(0) == '0') {
      return Fault.CHARACTERS;
    }
    int odd = Digits.weighted(n, 1, 0, 1, 0, 1, 0, 1, 0, 1);
    int even = Digits.weighted(n, 0, 1, 0, 1, 0, 1, 0, 1);
    int first = Math.floorMod(7 * odd - even, 10);
    return Digits.when(Digits.at(n, 9) == first && Digits.at(n, 10) == (odd + even + first) % 10);
  }

  private static Fault britainNhs(String n) {
    Fault form = Digits.form(n, 10);
    if (form != Fault.NONE) {
      return form;
    }
    return Digits.when(Digits.weighted(n, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 11 == 0);
  }
}
