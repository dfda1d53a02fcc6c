// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching;

/// Whether dates and numbers that are near, partial or different count beside equal ones.
///
/// Whoever may ask again and again learns a date digit by digit from what is near it. A partner's
/// question therefore learns only what it already knew: that a whole date or a number is equal.
public enum Nearness {
  /// They count, as between records of one's own.
  COUNTED,
  /// They do not: a birth date is equal, equal with day and month changed over, or another, and
  /// only whole dates are compared; a number is equal or not compared.
  WITHHELD
}
