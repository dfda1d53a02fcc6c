// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockfaceTest {
  private static final Instant FROM = Instant.parse("2026-11-22T08:00:00Z");
  private static final Instant DUE = FROM.plusSeconds(8 * 3600);

  private static Clockface.Tone toneAt(long hours) {
    Instant now = FROM.plusSeconds(hours * 3600);
    return Clockface.tone(DUE, now, Clockface.elapsed(FROM, DUE, now));
  }

  @Test
  void tone_turnsInTheLastQuarterAndAtTheEnd() {
    assertThat(toneAt(5)).isEqualTo(Clockface.Tone.FINE);
    assertThat(toneAt(6)).isEqualTo(Clockface.Tone.SOON);
    assertThat(toneAt(9)).isEqualTo(Clockface.Tone.LATE);
  }

  @Test
  void elapsed_staysBetweenNothingAndAll() {
    assertThat(Clockface.elapsed(FROM, DUE, FROM.minusSeconds(60))).isZero();
    assertThat(Clockface.elapsed(FROM, DUE, DUE.plusSeconds(60))).isEqualTo(100);
    assertThat(Clockface.elapsed(FROM, FROM, FROM)).isEqualTo(100);
  }
}
