// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lat.enlace.model.StateCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyClockTest {
  private static final WorkCalendar COLOMBIA = WorkCalendar.of(new StateCode("CO"));

  /// A Friday at eight in the evening in Bogota, already Saturday in Greenwich.
  private static final Instant FRIDAY = Instant.parse("2026-11-14T01:00:00Z");

  private final ReplyClock eight = clock("PT8H");

  private static ReplyClock clock(String term) {
    return ReplyClock.from(Term.parse(term), COLOMBIA, FRIDAY);
  }

  private static Instant after(long hours) {
    return FRIDAY.plus(Duration.ofHours(hours));
  }

  private static Pause pause(long from, long until) {
    return Pause.open(Pause.Reason.CLARIFICATION, after(from)).ended(after(until));
  }

  @Test
  void at_runsUntilItIsOver() {
    assertThat(eight.at(FRIDAY)).isEqualTo(ReplyClock.State.RUNNING);
    assertThat(eight.at(after(8)))
        .as("the last moment is in time")
        .isEqualTo(ReplyClock.State.RUNNING);
    assertThat(eight.at(after(8).plusMillis(1))).isEqualTo(ReplyClock.State.BREACHED);
  }

  @Test
  void at_isMetByWhatCameInTimeForEver() {
    assertThat(eight.met(after(8)).at(after(1000))).isEqualTo(ReplyClock.State.MET);
    assertThat(eight.met(after(9)).at(after(1000))).isEqualTo(ReplyClock.State.BREACHED);
  }

  @Test
  void pause_standsStillAndGivesTheTimeBack() {
    Pause open = Pause.open(Pause.Reason.AUTHORISATION, after(3));
    ReplyClock paused = eight.pausedBy(List.of(open));
    assertThat(paused.due()).isEmpty();
    assertThat(paused.at(after(500))).isEqualTo(ReplyClock.State.PAUSED);
    assertThat(paused.pause(after(500))).contains(open);
    assertThat(paused.at(after(2))).as("before it began").isEqualTo(ReplyClock.State.RUNNING);
    ReplyClock resumed = eight.pausedBy(List.of(open.ended(after(100))));
    assertThat(resumed.due()).contains(after(105));
    assertThat(resumed.pause(after(101))).isEmpty();
  }

  @Test
  void pauses_mayOverlapAndComeInAnyOrder() {
    ReplyClock clock = eight.pausedBy(List.of(pause(4, 10), pause(2, 5), pause(20, 30)));
    assertThat(clock.due()).as("two hours before, six after the tenth").contains(after(16));
  }

  @Test
  void pause_thatBeginsTooLateMendsNothing() {
    ReplyClock clock = eight.pausedBy(List.of(Pause.open(Pause.Reason.CLARIFICATION, after(9))));
    assertThat(clock.due()).contains(after(8));
    assertThat(clock.at(after(10))).isEqualTo(ReplyClock.State.BREACHED);
  }

  @Test
  void workingDays_countFromTheNextDayWhereItIsOwed() {
    // Monday 16 November 2026 is a holiday in Colombia: Tuesday to Thursday count.
    assertThat(clock("WD3").due()).contains(Instant.parse("2026-11-20T05:00:00Z"));
  }

  @Test
  void workingDays_doNotCountWhereTheClockStoodStill() {
    Instant tuesday = Instant.parse("2026-11-17T15:00:00Z");
    Pause open = Pause.open(Pause.Reason.CLARIFICATION, tuesday);
    assertThat(clock("WD3").pausedBy(List.of(open)).due()).isEmpty();
    Pause hour = open.ended(tuesday.plus(Duration.ofHours(1)));
    assertThat(clock("WD3").pausedBy(List.of(hour)).due())
        .as("Wednesday to Friday")
        .contains(Instant.parse("2026-11-21T05:00:00Z"));
  }

  @Test
  void workingDays_areOverEvenIfAskedAboutLater() {
    Pause late = Pause.open(Pause.Reason.CLARIFICATION, Instant.parse("2026-11-20T06:00:00Z"));
    assertThat(clock("WD3").pausedBy(List.of(late)).at(Instant.parse("2026-11-20T07:00:00Z")))
        .isEqualTo(ReplyClock.State.BREACHED);
  }

  @Test
  void term_isReadAsWritten() {
    for (String code : List.of("PT8H", "P3D", "P7D", "WD5", "PT30H")) {
      assertThat(Term.parse(code).code()).isEqualTo(code);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "WD", "WD0", "WD-3", "WD251", "3 days", "PT0S", "PT59S", "-P1D", "P400D", "P1M"
      })
  void term_refusesAnythingElse(String code) {
    assertThatThrownBy(() -> Term.parse(code)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void term_endsByTheCalendarOfWhoOwes() {
    assertThat(Term.parse("WD3").after(FRIDAY, new StateCode("CO")))
        .isEqualTo(Instant.parse("2026-11-20T05:00:00Z"));
    assertThat(Term.parse("WD3").after(FRIDAY, new StateCode("VE")))
        .as("Monday is worked in Caracas, an hour ahead")
        .isEqualTo(Instant.parse("2026-11-19T04:00:00Z"));
    assertThat(Term.parse("P3D").after(FRIDAY, new StateCode("VE"))).isEqualTo(after(72));
  }

  @Test
  void pause_endsOnceAndNotBeforeItBegins() {
    Pause open = Pause.open(Pause.Reason.CLARIFICATION, FRIDAY);
    assertThatThrownBy(() -> open.ended(FRIDAY.minusSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Pause(Pause.Reason.CLARIFICATION, FRIDAY, List.of(FRIDAY, FRIDAY)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
