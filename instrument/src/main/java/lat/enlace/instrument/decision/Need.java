// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.util.List;
import lat.enlace.instrument.Law;
import lat.enlace.model.Coded;

/// What a clause asks for that a question falls short of, taken from the text of the instrument.
public sealed interface Need {
  /// At least, or one of, these: a level, a stage, categories, purposes, agencies, authorities.
  record Codes(List<Coded> codes) implements Need {
    /// Copies.
    public Codes {
      codes = List.copyOf(codes);
    }
  }

  /// That this article is law on the day, with at least so many months as its maximum.
  record Punishable(Law law, int leastMonths) implements Need {}

  /// No more than so many questions a day.
  record PerDay(int questions) implements Need {}
}
