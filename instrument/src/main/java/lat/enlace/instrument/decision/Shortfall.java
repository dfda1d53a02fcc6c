// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.util.Locale;

/// In what a question falls short of a clause.
public enum Shortfall {
  /// The confidence level is below what the clause needs.
  LEVEL,
  /// The clause does not open this category of subject.
  CATEGORY,
  /// The proceedings have not come far enough.
  STAGE,
  /// The clause does not open all data categories wanted.
  DATA,
  /// The clause does not open this purpose.
  PURPOSE,
  /// The clause does not admit this sort of agency.
  AGENCY,
  /// The instrument does not cover this offence.
  OFFENCE,
  /// The offence is not law in both states today, or not serious enough in one.
  LAW,
  /// A rights clause or reservation refuses.
  REFUSED,
  /// An authority must authorise first.
  AUTHORITY,
  /// The quota of the day is used up: a supervisor decides.
  QUOTA;

  /// The last part of message keys, for instance {@code stage}.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
