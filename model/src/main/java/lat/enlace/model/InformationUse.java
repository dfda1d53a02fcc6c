// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// What came of information that was not asked for.
public enum InformationUse implements Coded {
  /// A case was opened on it.
  CASE_OPENED("case-opened"),
  /// It advanced a case that was open.
  CASE_ADVANCED("case-advanced"),
  /// A request to the sender follows.
  REQUEST_FOLLOWS("request-follows"),
  /// It was known here.
  KNOWN_ALREADY("known-already"),
  /// No authority of this state works on it.
  OUTSIDE_OUR_WORK("outside-our-work"),
  /// It could not be confirmed, or is wrong.
  NOT_CONFIRMED("not-confirmed");

  private final String code;

  InformationUse(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /// True if it was of use.
  public boolean useful() {
    return this == CASE_OPENED || this == CASE_ADVANCED || this == REQUEST_FOLLOWS;
  }
}
