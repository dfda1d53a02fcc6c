// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.util.Set;
import lat.enlace.model.ClauseId;
import lat.enlace.model.DataCategory;
import lat.enlace.model.Handling;
import lat.enlace.model.clock.Term;

/// What a permit demands of those who use it.
public sealed interface Obligation {
  /// Items carry at least these restrictions, beside those of their sources.
  record Handle(ClauseId clause, Handling handling) implements Obligation {}

  /// An answer is owed within {@code clock} of receipt.
  record AnswerWithin(ClauseId clause, Term clock) implements Obligation {}

  /// Data of {@code data} are erased {@code days} after receipt, unless, where it is {@code
  /// renewable}, a person renews them.
  record Keep(ClauseId clause, Set<DataCategory> data, int days, boolean renewable)
      implements Obligation {
    /// Copies.
    public Keep {
      data = Set.copyOf(data);
    }
  }

  /// Every reading of what is received is an entry, reported to the originator (invariant I5).
  record LogReadings() implements Obligation {}
}
