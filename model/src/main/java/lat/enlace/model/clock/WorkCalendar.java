// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lat.enlace.model.StateCode;

/// When a state works: its zone, its week, its holidays by dated law (docs/spec/clocks.md). The
/// same calendar at both ends gives the same deadline.
public final class WorkCalendar {
  private static final Map<StateCode, ZoneId> ZONES =
      Map.of(
          new StateCode("BO"), ZoneId.of("America/La_Paz"),
          new StateCode("BR"), ZoneId.of("America/Sao_Paulo"),
          new StateCode("CO"), ZoneId.of("America/Bogota"),
          new StateCode("EC"), ZoneId.of("America/Guayaquil"),
          new StateCode("GF"), ZoneId.of("America/Cayenne"),
          new StateCode("GY"), ZoneId.of("America/Guyana"),
          new StateCode("PE"), ZoneId.of("America/Lima"),
          new StateCode("SR"), ZoneId.of("America/Paramaribo"),
          new StateCode("VE"), ZoneId.of("America/Caracas"));

  private final ZoneId zone;
  private final List<Holiday> holidays;

  private WorkCalendar(ZoneId zone, List<Holiday> holidays) {
    this.zone = zone;
    this.holidays = List.copyOf(holidays);
  }

  /// The calendar of one of the nine territories; of any other state, of which nothing is known
  /// here, Monday to Friday in Greenwich.
  public static WorkCalendar of(StateCode state) {
    return new WorkCalendar(ZONES.getOrDefault(state, ZoneOffset.UTC), HolidayTable.of(state));
  }

  /// The states that have one.
  public static Set<StateCode> states() {
    return ZONES.keySet();
  }

  /// The zone that its capital keeps.
  public ZoneId zone() {
    return zone;
  }

  /// True if the state's offices work on that day: not at the week-end, not on a holiday.
  public boolean works(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !holidays(day.getYear()).contains(day);
  }

  /// The days of a year on which its holidays are kept, in order.
  public Set<LocalDate> holidays(int year) {
    Set<LocalDate> kept = new TreeSet<>();
    // A holiday of the first of January may be kept in the year before.
    for (int of = year; of <= year + 1; of++) {
      Kept days = new Kept(holidays, of);
      kept.addAll(days.all());
    }
    kept.removeIf(day -> day.getYear() != year);
    return kept;
  }
}
