// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching;

/// What of dates and numbers counts: those that are near, partial or different too, only equal
/// ones, or dates as if every one were right.
///
/// Whoever may ask again and again learns a date digit by digit from what is near it. A partner's
/// question therefore learns only what it already knew: that a whole date or a number is equal.
public enum Nearness {
  /// They count, as between records of one's own.
  COUNTED,
  /// They do not: a birth date is equal, equal with day and month changed over, or another, and
  /// only whole dates are compared; a number is equal or not compared.
  WITHHELD,
  /// As withheld, but every whole birth date is taken for the right one: whom a question would hit
  /// if its date were true. Counts who is asked about whatever date is tried; never told to anyone.
  SUPPOSED
}
