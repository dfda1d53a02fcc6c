// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lat.enlace.model.StateCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Calendars against the days that were published for single years.
class WorkCalendarTest {
  static Stream<StateCode> states() {
    return WorkCalendar.states().stream();
  }

  @Test
  void states_areTheNineTerritories() {
    assertThat(WorkCalendar.states())
        .extracting(StateCode::value)
        .containsExactlyInAnyOrder("BO", "BR", "CO", "EC", "GF", "GY", "PE", "SR", "VE");
  }

  @ParameterizedTest
  @CsvSource({
    "1818-03-22",
    "1961-04-02",
    "2000-04-23",
    "2008-03-23",
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2038-04-25",
    "2285-03-22"
  })
  void easter_isThePublishedSunday(LocalDate sunday) {
    assertThat(Easter.sunday(sunday.getYear())).isEqualTo(sunday);
  }

  @Test
  void colombia_keepsThePublishedDaysOf2026() {
    assertThat(kept("CO", 2026))
        .containsExactly(
            days(
                2026, "01-01", "01-12", "03-23", "04-02", "04-03", "05-01", "05-18", "06-08",
                "06-15", "06-29", "07-20", "08-07", "08-17", "10-12", "11-02", "11-16", "12-08",
                "12-25"));
  }

  @Test
  void peru_keepsThePublishedDaysOf2024AndNoneOfALaterLaw() {
    assertThat(kept("PE", 2024))
        .containsExactly(
            days(
                2024, "01-01", "03-28", "03-29", "05-01", "06-07", "06-29", "07-23", "07-28",
                "07-29", "08-06", "08-30", "10-08", "11-01", "12-08", "12-09", "12-25"));
    assertThat(kept("PE", 2021)).doesNotContain(days(2021, "06-07", "07-23", "08-06", "12-09"));
  }

  /// As the press of the day tells of 2018 to 2025.
  @ParameterizedTest
  @CsvSource({
    "2018-10-08, 2018-10-09", // a Tuesday
    "2019-10-11, 2019-10-09", // a Wednesday
    "2025-10-10, 2025-10-09", // a Thursday
    "2019-05-24, 2019-05-23", // a Friday stays
    "2019-11-01, 2019-11-03", // Saturday and Sunday
    "2019-11-04, 2019-11-02",
    "2021-12-24, 2021-12-25", // Christmas on a Saturday
    "2021-12-31, 2022-01-01" // New Year on a Saturday
  })
  void ecuador_movesAHolidayTowardsTheWeekEnd(LocalDate kept, LocalDate not) {
    WorkCalendar ecuador = WorkCalendar.of(new StateCode("EC"));
    assertThat(ecuador.works(kept)).isFalse();
    assertThat(ecuador.holidays(kept.getYear())).contains(kept);
    assertThat(ecuador.holidays(not.getYear())).doesNotContain(not);
  }

  /// The law's own table for two days in a row, on 2 and 3 November of seven years.
  @ParameterizedTest
  @CsvSource({
    "2020, 11-02, 11-03", // Monday, Tuesday
    "2021, 11-01, 11-02", // Tuesday, Wednesday
    "2022, 11-03, 11-04", // Wednesday, Thursday
    "2023, 11-02, 11-03", // Thursday, Friday
    "2029, 11-01, 11-02", // Friday, Saturday
    "2024, 11-01, 11-04", // Saturday, Sunday
    "2025, 11-03, 11-04" // Sunday, Monday
  })
  void ecuador_movesTwoDaysInARow(int year, String one, String other) {
    assertThat(kept("EC", year)).contains(days(year, one, other));
    assertThat(kept("EC", year)).filteredOn(day -> day.getMonthValue() == 11).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "BO, 2023-01-23", "BO, 2023-08-07", "BO, 2025-11-03", "BO, 2026-01-23", "GY, 2021-08-02",
    "GY, 2026-07-06", "SR, 2026-11-25", "GF, 2026-06-10", "BR, 2024-11-20", "VE, 2026-02-16"
  })
  void works_notOnAHolidayAsKept(String state, LocalDate day) {
    assertThat(calendar(state).works(day)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "BO, 2026-01-22", // worked, by decree
    "BR, 2023-11-20", // before the law
    "VE, 2026-02-18"
  })
  void works_onAnyOtherWeekDay(String state, LocalDate day) {
    assertThat(calendar(state).works(day)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("states")
  void works_neverAtTheWeekEnd(StateCode state) {
    WorkCalendar calendar = WorkCalendar.of(state);
    assertThat(calendar.works(LocalDate.of(2026, 11, 21))).isFalse();
    assertThat(calendar.works(LocalDate.of(2026, 11, 22))).isFalse();
    assertThat(calendar.holidays(2026)).hasSizeBetween(10, 20);
  }

  @Test
  void of_knowsNoHolidaysOfOtherStates() {
    assertThat(kept("AR", 2026)).isEmpty();
    assertThat(calendar("AR").works(LocalDate.of(2026, 12, 25))).isTrue();
    assertThat(calendar("AR").works(LocalDate.of(2026, 12, 26))).isFalse();
  }

  private static List<LocalDate> kept(String state, int year) {
    return List.copyOf(calendar(state).holidays(year));
  }

  private static WorkCalendar calendar(String state) {
    return WorkCalendar.of(new StateCode(state));
  }

  private static LocalDate[] days(int year, String... days) {
    return Arrays.stream(days)
        .map(day -> LocalDate.parse(year + "-" + day))
        .toArray(LocalDate[]::new);
  }
}
