// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import java.util.Locale;
import java.util.Set;

/// Country codes of ISO 3166-1, two letters.
final class Countries {
  private static final Set<String> CODES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  private Countries() {}

  static boolean has(String code) {
    return CODES.contains(code);
  }
}
