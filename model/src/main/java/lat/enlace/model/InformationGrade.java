// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// Accuracy of the information, second half of the 4x4 grading (Regulation (EU) 2016/794, article
/// 29).
public enum InformationGrade implements Coded {
  /// Accuracy not in doubt.
  CERTAIN("1"),
  /// Known personally to the source, not to the official who passes it on.
  KNOWN_TO_SOURCE("2"),
  /// Not known personally to the source, corroborated by recorded information.
  CORROBORATED("3"),
  /// Not known personally to the source, cannot be corroborated.
  UNCORROBORATED("4");

  private final String code;

  InformationGrade(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
