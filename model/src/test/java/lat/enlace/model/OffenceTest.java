// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OffenceTest {
  private static final LocalDate SINCE = LocalDate.of(2000, 7, 24);
  private static final LocalDate END = LocalDate.of(2011, 6, 24);

  @Test
  void appliesOn_holdsFromItsFirstDayOn() {
    Offence open = offence(new Offence.Until.Open());
    assertThat(open.appliesOn(SINCE.minusDays(1))).isFalse();
    assertThat(open.appliesOn(SINCE)).isTrue();
    assertThat(open.appliesOn(LocalDate.of(2999, 1, 1))).isTrue();
    assertThat(open.endedOn()).isEmpty();
  }

  @Test
  void appliesOn_holdsNoMoreOnTheDayItEnded() {
    Offence ended = offence(new Offence.Until.Ended(END));
    assertThat(ended.appliesOn(END.minusDays(1))).isTrue();
    assertThat(ended.appliesOn(END)).isFalse();
    assertThat(ended.endedOn()).contains(END);
  }

  private static Offence offence(Offence.Until until) {
    return new Offence(new OffenceCode("060132"), new ArticleRef("CO:CP 376"), SINCE, until);
  }
}
