// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AgeFactTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-21");

  @Test
  void on_isAdultFromTheEighteenthBirthday() {
    assertThat(AgeFact.on(DAY, LocalDate.parse("2008-11-21"))).isEqualTo(AgeFact.ADULT);
    assertThat(AgeFact.on(DAY, LocalDate.parse("2008-11-22"))).isEqualTo(AgeFact.MINOR);
  }

  @Test
  void on_readsABirthYearToThePersonsFavour() {
    assertThat(AgeFact.on(DAY, LocalDate.parse("2008-12-31"))).isEqualTo(AgeFact.MINOR);
    assertThat(AgeFact.on(DAY, LocalDate.parse("2007-12-31"))).isEqualTo(AgeFact.ADULT);
  }

  @Test
  void on_countsALeapDayAsReachedOnTheLastOfFebruary() {
    assertThat(AgeFact.on(LocalDate.parse("2026-02-27"), LocalDate.parse("2008-02-29")))
        .isEqualTo(AgeFact.MINOR);
    assertThat(AgeFact.on(LocalDate.parse("2026-02-28"), LocalDate.parse("2008-02-29")))
        .isEqualTo(AgeFact.ADULT);
  }
}
