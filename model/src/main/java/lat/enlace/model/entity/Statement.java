// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.entity;

import java.time.Instant;
import lat.enlace.model.Grading;
import lat.enlace.model.PersonalData;
import lat.enlace.model.StatementKind;

/// One value of one property, with who says so.
///
/// @param property what is stated
/// @param value the value as its source wrote it, 1 to 4,096 characters
/// @param kind fact, assessment, hearsay or machine
/// @param grading of this statement alone
/// @param source who says so, in words fit for the other side: an agency, a list, a register; never
///   the name of a human source
/// @param since when the source first said so
@PersonalData
public record Statement(
    Property property,
    String value,
    StatementKind kind,
    Grading grading,
    String source,
    Instant since) {
  /// Longest value carried.
  public static final int MAX_VALUE_LENGTH = 4096;

  /// Longest name of a source.
  public static final int MAX_SOURCE_LENGTH = 256;

  /// Checks the bounds.
  public Statement {
    if (value.isEmpty() || value.length() > MAX_VALUE_LENGTH) {
      throw new IllegalArgumentException("a value has 1 to 4096 characters");
    }
    checkSource(source);
  }

  static void checkSource(String source) {
    if (source.isEmpty() || source.length() > MAX_SOURCE_LENGTH) {
      throw new IllegalArgumentException("a source has 1 to 256 characters");
    }
  }

  @Override
  public String toString() {
    return "Statement[" + property + "]";
  }
}
