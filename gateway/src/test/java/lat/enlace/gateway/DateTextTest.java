// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1971|1971",
        "1971-3|1971-03",
        "1971-03-09|1971-03-09",
        "1971/3/9|1971-03-09",
        "1971-03-09T00:00:00|1971-03-09",
        "1971-03-09-05:00|1971-03-09",
        "10 Dec 1948|1948-12-10",
        "Dec 1948|1948-12",
        "December 10, 1948|1948-12-10",
        "3 Mar. 1971|1971-03-03",
        "3 de marzo de 1971|1971-03-03",
        "1 de março de 1971|1971-03-01",
        "1 février 1971|1971-02-01",
        "12 août 1971|1971-08-12",
        "5 mei 1971|1971-05-05",
        "25/12/1948|1948-12-25",
        "12/25/1948|1948-12-25",
        "05.05.1948|1948-05-05"
      })
  void iso_readsWhatPeopleWrite(String text, String iso) {
    assertThat(DateText.iso(text)).contains(iso);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "03/04/1950",
        "31 Feb 1971",
        "1971-13",
        "0000",
        "10 Foo 1948",
        "unknown",
        "19710309",
        "71"
      })
  void iso_doesNotGuess(String text) {
    assertThat(DateText.iso(text)).isEmpty();
  }

  @Test
  void years_listsANarrowRangeAndTheEndsOfAWideOne() {
    assertThat(DateText.years(1960, 1962)).containsExactly("1960", "1961", "1962");
    assertThat(DateText.years(1950, 1980)).containsExactly("1950", "1980");
  }
}
