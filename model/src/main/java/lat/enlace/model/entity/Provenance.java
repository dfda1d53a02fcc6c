// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.entity;

import java.time.Instant;
import lat.enlace.model.Grading;
import lat.enlace.model.StatementKind;

/// Who says something, of what kind, how graded and since when: what a file that brings bare values
/// lacks, so the reader of the file is told.
///
/// @param source in words fit for the other side: an agency, a list, a register; 1 to 256
///   characters
/// @param since when the source first said so
public record Provenance(StatementKind kind, Grading grading, String source, Instant since) {
  /// Checks the bounds.
  public Provenance {
    Statement.checkSource(source);
  }

  /// What a list or another state claims: an assessment, ungraded.
  public static Provenance claim(String source, Instant since) {
    return new Provenance(StatementKind.ASSESSMENT, Grading.UNASSESSED, source, since);
  }

  /// What an agency's own case file records as fact, ungraded.
  public static Provenance record(String source, Instant since) {
    return new Provenance(StatementKind.FACT, Grading.UNASSESSED, source, since);
  }

  /// The same, said by {@code other}.
  public Provenance withSource(String other) {
    return new Provenance(kind, grading, other, since);
  }

  /// The same, said since {@code other}.
  public Provenance withSince(Instant other) {
    return new Provenance(kind, grading, source, other);
  }

  /// The statement that {@code property} is {@code value}.
  public Statement states(Property property, String value) {
    return new Statement(property, value, kind, grading, source, since);
  }
}
