// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.time.LocalDate;
import lat.enlace.model.Coded;

/// What is known of a subject's age on the day of the decision.
public enum AgeFact implements Coded {
  /// Nothing is known.
  UNKNOWN("unknown"),
  /// Eighteen or older on every date of birth that is possible.
  ADULT("adult"),
  /// Younger than eighteen on at least one date of birth that is possible.
  MINOR("minor");

  /// Full age in years (Convention on the Rights of the Child, article 1).
  public static final int FULL_AGE = 18;

  private final String code;

  AgeFact(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /// The fact that follows from the last day on which the person may have been born. A date known
  /// by its year only is read to the person's favour.
  public static AgeFact on(LocalDate day, LocalDate latestBirth) {
    return latestBirth.plusYears(FULL_AGE).isAfter(day) ? MINOR : ADULT;
  }
}
