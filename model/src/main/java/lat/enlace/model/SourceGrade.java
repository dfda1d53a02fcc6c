// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// Reliability of the source, first half of the 4x4 grading (Regulation (EU) 2016/794, article 29).
public enum SourceGrade implements Coded {
  /// No doubt, or reliable in all instances.
  A("A"),
  /// Reliable in most instances.
  B("B"),
  /// Unreliable in most instances.
  C("C"),
  /// Cannot be assessed.
  X("X");

  private final String code;

  SourceGrade(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
