// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.today;

import java.time.Instant;
import java.util.Comparator;
import lat.enlace.model.NodeId;

/// Something that waits for someone.
///
/// @param what last part of message keys under {@code today.what.}, {@code today.awaits.} and
///   {@code today.act.}
/// @param subject message key of the sort of subject, or empty
/// @param caseReference as the asker named it, or empty
/// @param path where it is dealt with
record Burning(
    Span span, String what, String subject, String caseReference, NodeId partner, String path) {
  /// The clock over it. Where nothing is owed, both ends are the same.
  record Span(Instant from, Instant due) {
    /// True if an end was set.
    public boolean owed() {
      return due.isAfter(from);
    }
  }

  /// What is owed soonest first; then what only waits, the longest waiting first.
  static final Comparator<Burning> FIRST =
      Comparator.comparing((Burning burning) -> !burning.span().owed())
          .thenComparing(burning -> burning.span().due());
}
