// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import java.time.LocalDate;

/// Dates of birth inside numbers.
final class Dates {
  private Dates() {}

  /// Whether the six digits at {@code at} are a date, year first.
  static boolean ymd(String n, int at, int century) {
    return Digits.isDate(
        century + Digits.number(n, at, at + 2),
        Digits.number(n, at + 2, at + 4),
        Digits.number(n, at + 4, at + 6));
  }

  /// Whether the six digits at {@code at} are a date, day first.
  static boolean dmy(String n, int at, int century) {
    return Digits.isDate(
        century + Digits.number(n, at + 4, at + 6),
        Digits.number(n, at + 2, at + 4),
        Digits.number(n, at, at + 2));
  }

  /// Whether the eight digits at {@code at} are a date, year first.
  static boolean whole(String n, int at) {
    return ymd(n, at + 2, Digits.number(n, at, at + 2) * 100);
  }

  /// As {@link #ymd}, where the century is not written: 29 February is taken if it was in either.
  static boolean ymd(String n, int at) {
    return ymd(n, at, 1900) || ymd(n, at, 2000);
  }

  /// As {@link #dmy}, where the century is not written.
  static boolean dmy(String n, int at) {
    return dmy(n, at, 1900) || dmy(n, at, 2000);
  }

  /// Whether the date exists and is not after {@code today}: nobody born later has a number.
  static boolean born(LocalDate today, int year, int month, int day) {
    return Digits.isDate(year, month, day) && !LocalDate.of(year, month, day).isAfter(today);
  }
}
