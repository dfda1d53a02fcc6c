// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import java.util.Map;
import java.util.function.Predicate;

/// Check-digit systems on their own.
final class PlainFormats {
  private PlainFormats() {}

  static void addTo(Map<String, Scheme> schemes) {
    schemes.put(
        "luhn",
        Scheme.of("Luhn check digit, ISO/IEC 7812-1", " -", n -> digits(n, Checksums::luhn)));
    schemes.put(
        "verhoeff", Scheme.of("Verhoeff check digit", " -", n -> digits(n, Checksums::verhoeff)));
    schemes.put("damm", Scheme.of("Damm check digit", " -", n -> digits(n, Checksums::damm)));
    schemes.put(
        "iso7064_mod_11_10",
        Scheme.of("ISO/IEC 7064 MOD 11,10", " -", n -> digits(n, Checksums::mod11Dot10)));
    schemes.put(
        "iso7064_mod_11_2",
        Scheme.of(
            "ISO/IEC 7064 MOD 11-2", " -", n -> text(n, 10, 'X', t -> Checksums.pure(t, 11, 'X'))));
    schemes.put(
        "iso7064_mod_37_2",
        Scheme.of(
            "ISO/IEC 7064 MOD 37-2", " -", n -> text(n, 36, '*', t -> Checksums.pure(t, 37, '*'))));
    schemes.put(
        "iso7064_mod_37_36",
        Scheme.of("ISO/IEC 7064 MOD 37,36", " -", n -> text(n, 36, '0', Checksums::mod37Dot36)));
    schemes.put(
        "iso7064_mod_97_10",
        Scheme.of("ISO/IEC 7064 MOD 97-10", " -", n -> text(n, 36, '0', Checksums::mod97)));
  }

  private static Fault digits(String n, Predicate<String> check) {
    if (n.isEmpty()) {
      return Fault.LENGTH;
    }
    return Digits.all(n) ? Digits.when(check.test(n)) : Fault.CHARACTERS;
  }

  private static Fault text(String n, int alphabet, char last, Predicate<String> check) {
    if (n.isEmpty()) {
      return Fault.LENGTH;
    }
    for (int i = 0; i < n.length(); i++) {
      int value = Digits.value(n.charAt(i));
      boolean ends = i == n.length() - 1 && n.charAt(i) == last;
      if (!ends && (value < 0 || value >= alphabet)) {
        return Fault.CHARACTERS;
      }
    }
    return Digits.when(check.test(n));
  }
}
