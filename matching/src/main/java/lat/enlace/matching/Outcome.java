// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching;

import java.util.List;
import lat.enlace.model.PersonalData;

/// The answer of a holding to a probe.
public sealed interface Outcome {
  /// Nothing in the holding reaches the threshold.
  record NoHit() implements Outcome {}

  /// At least one candidate.
  ///
  /// @param candidates best first; equal scores in the order of their ids
  @PersonalData
  record Hit(List<Candidate> candidates) implements Outcome {
    /// Copies; there is at least one.
    public Hit {
      candidates = List.copyOf(candidates);
      if (candidates.isEmpty()) {
        throw new IllegalArgumentException("a hit has a candidate");
      }
    }

    /// Strong if any candidate is.
    public Strength strength() {
      return candidates.stream().anyMatch(c -> c.strength() == Strength.STRONG)
          ? Strength.STRONG
          : Strength.WEAK;
    }

    @Override
    public String toString() {
      return "Hit[" + candidates.size() + "]";
    }
  }

  /// The outcome that these candidates make.
  static Outcome of(List<Candidate> candidates) {
    return candidates.isEmpty() ? new NoHit() : new Hit(candidates);
  }
}
