// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching;

import lat.enlace.model.entity.Entity;

/// A matching algorithm. Implementations are immutable, thread-safe and deterministic: the same
/// input gives the same score for ever, so that an old answer can be replayed.
public interface Matcher {
  /// The name of the algorithm, recorded with every answer, for instance {@code algo1}.
  String algorithm();

  /// The thresholds this algorithm was measured with.
  Thresholds thresholds();

  /// Compares two sets of values; symmetric. Never throws on any text.
  Comparison compare(Probe left, Probe right);

  /// Compares two entities.
  default Comparison compare(Entity left, Entity right) {
    return compare(Probe.of(left), Probe.of(right));
  }

  /// An empty holding searched by this algorithm.
  HoldingsIndex newIndex();

  /// Default options for screening.
  default SearchOptions screening() {
    return new SearchOptions(20, thresholds().screening());
  }
}
