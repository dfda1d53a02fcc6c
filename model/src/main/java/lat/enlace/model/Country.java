// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A country or territory as entities name it: ISO 3166-1 alpha-2 in lower case, as the field's
/// data sets have it, or a four-letter ISO 3166-3 code in lower case for one that is no more, for
/// instance {@code suhh}.
///
/// Not a state with a node: that is {@link StateCode}. Says nothing about recognition.
public record Country(String code) implements Comparable<Country> {
  private static final Pattern FORM = Pattern.compile("[a-z]{2}|[a-z]{4}");
  private static final int MAX_LENGTH = 4;

  /// Checks the form.
  public Country {
    Form.check(code, FORM, MAX_LENGTH, "country code");
  }

  /// The country meant by {@code text}: an alpha-2 or alpha-3 code in any case, or a name in
  /// Spanish, Portuguese, English, French or Dutch, or as the lists of the United Nations and OFAC
  /// write it, or what its people are called, for those the field meets most. Accents, case and
  /// punctuation do not matter. Empty if no country or several are meant.
  public static Optional<Country> named(String text) {
    return CountryNames.find(text);
  }

  /// The name in {@code language}, or the code if the country is no more.
  public String name(Language language) {
    String upper = code.toUpperCase(Locale.ROOT);
    return code.length() == 2
        ? Locale.of("", upper).getDisplayCountry(Locale.of(language.code()))
        : upper;
  }

  @Override
  public int compareTo(Country other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
