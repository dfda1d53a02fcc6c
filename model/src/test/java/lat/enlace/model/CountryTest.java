// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CO|co",
        "col|co",
        "Colombia|co",
        "COLÔMBIA|co",
        "colombiana|co",
        "Brasil|br",
        "Brésil|br",
        "Brazilië|br",
        "Guyane française|gf",
        "Bolivia (Plurinational State of)|bo",
        "Venezuela, Bolivarian Republic of|ve",
        "Venezuela|ve",
        "Surinam|sr",
        "Perú|pe",
        "Korea, North|kp",
        "Democratic People's Republic of Korea|kp",
        "Korea, South|kr",
        "Congo, Democratic Republic of the|cd",
        "Congo, Republic of the|cg",
        "Côte d'Ivoire|ci",
        "Bosnia and Herzegovina|ba",
        "Trinidad & Tobago|tt",
        "Bahamas, The|bs",
        "Iran (Islamic Republic of)|ir",
        "United States|us",
        "USA|us",
        "Estados Unidos|us",
        "United Kingdom|gb",
        "Russian Federation|ru",
        "Soviet Union|suhh",
        "Türkiye|tr"
      })
  void named_knowsCodesNamesAndPeoples(String text, String code) {
    assertThat(Country.named(text)).contains(new Country(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "Guinea Congo", "Atlantis", "zz", "Korea", "the", "Leticia, Colombia"})
  void named_doesNotGuess(String text) {
    assertThat(Country.named(text)).isEmpty();
  }

  @Test
  void named_isNotSlowedByLongTexts() {
    assertThat(Country.named("Colombia ".repeat(10_000))).isEmpty();
  }

  @Test
  void name_isInTheLanguageAsked() {
    Country country = new Country("br");
    assertThat(country.name(Language.ES)).isEqualTo("Brasil");
    assertThat(country.name(Language.FR)).isEqualTo("Brésil");
    assertThat(new Country("suhh").name(Language.ES)).isEqualTo("SUHH");
  }
}
