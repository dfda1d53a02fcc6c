// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.entity;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import lat.enlace.model.Language;

/// The countries of ISO 3166, as a reader looks them up.
final class Countries {
  private Countries() {}

  /// Their codes in small letters, in the order of their names as the language sorts them.
  static List<String> in(Language language) {
    Locale locale = Locale.of(language.code());
    return Arrays.stream(Locale.getISOCountries())
        .sorted(
            Comparator.comparing(
                code -> Locale.of("", code).getDisplayCountry(locale),
                Collator.getInstance(locale)::compare))
        .map(code -> code.toLowerCase(Locale.ROOT))
        .toList();
  }
}
