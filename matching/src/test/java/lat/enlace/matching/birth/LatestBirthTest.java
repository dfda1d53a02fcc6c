// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.birth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatestBirthTest {
  @ParameterizedTest
  @CsvSource({
    "2012-05-12, 2012-05-12",
    "2012-05, 2012-05-31",
    "2012, 2012-12-31",
    "20120512, 2012-05-12",
    "2012-05-12T00:00:00, 2012-05-12",
    "2012-05-12T00:00:00Z, 2012-05-12",
    "2012-05-12 00:00:00, 2012-05-12",
    "12/05/2012 23:59, 2012-12-05",
    "10.XII.2008, 2008-12-10",
    "10-ix-2008, 2008-09-10",
    "martes 12 de mayo de 2012, 2012-05-12",
    "maandag 12 mei 2012, 2012-05-12",
    "12 May 2012, 2012-05-12",
    "5 de diziembre 2008, 2008-12-31",
    "10 dbre 2008, 2008-12-31",
    "10 декабря 2008, 2008-12-31",
    "10 Foo 2008, 2008-12-31",
    "12 de mayo de 2012, 2012-05-12",
    "mayo 2012, 2012-05-31",
    "12/05/2012, 2012-12-05",
    "05.12.2012, 2012-12-05",
    "31/05/2012, 2012-05-31",
    "12/05/12, 2012-12-05",
    "circa 2006, 2008-12-31",
    "2005-2012, 2012-12-31",
    "entre 2005 y 2012, 2012-12-31",
    "2005 o 2012, 2012-12-31",
    "2012-02-31, 2012-02-29",
    "2007/8, 2008-12-31",
    "2007/08, 2008-12-31",
    "2007-8, 2008-12-31",
    "2007-08, 2007-08-31",
    "2009/10, 2010-12-31",
    "2007/09, 2007-09-30",
    "1º de março de 2005, 2005-03-01",
    "1er janvier 2005, 2005-01-01",
    "Born: 3 Sept. 2005, 2005-09-03",
  })
  void of_readsAsLateAsTheTextAllows(String text, String latest) {
    assertThat(LatestBirth.of(text)).contains(LocalDate.parse(latest));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "desconocida",
        "-",
        "٢٠١٢-٠٥-١٢",
        "12 XX 20123",
        "12 XX 12",
        "hijo menor",
        "2000s",
        "early 2000s",
        "década de 2000",
        "after 2005",
        "después de 2005",
        "mayor de 2005",
        "> 2005",
        "2005+",
        "2005 or later",
        "not before 2005",
        "age 15 in 2005",
        "menor, 2005",
        "Foo 2005",
        "1980-02-03 / 2012-05-12"
      })
  void of_readsNoDateWhereNoneIs(String text) {
    assertThat(LatestBirth.of(text)).isEmpty();
  }
}
