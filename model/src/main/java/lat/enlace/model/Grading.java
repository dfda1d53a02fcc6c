// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// The 4x4 grading of one statement. Never of a whole document: each statement carries its own.
public record Grading(SourceGrade source, InformationGrade information) {
  /// Nothing is known of source or accuracy; founds no alert and no coercive measure by itself.
  public static final Grading UNASSESSED =
      new Grading(SourceGrade.X, InformationGrade.UNCORROBORATED);

  /// The two codes joined, for instance {@code B2}.
  public String code() {
    return source.code() + information.code();
  }
}
