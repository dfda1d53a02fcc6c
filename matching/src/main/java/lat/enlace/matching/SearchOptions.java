// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching;

/// How much to bring back.
///
/// @param limit most candidates, 1 to {@link #MAX_LIMIT}
/// @param threshold lowest score brought back, 0..1
/// @param nearness whether dates and numbers that are only near count
public record SearchOptions(int limit, double threshold, Nearness nearness) {
  /// Most candidates one question can bring.
  public static final int MAX_LIMIT = 1000;

  /// For one's own officers: nearness counts.
  public SearchOptions(int limit, double threshold) {
    this(limit, threshold, Nearness.COUNTED);
  }

  /// The same for a partner's question: nearness is withheld.
  public SearchOptions forPartner() {
    return new SearchOptions(limit, threshold, Nearness.WITHHELD);
  }

  /// The same as if every birth date asked for were the right one.
  public SearchOptions supposingDates() {
    return new SearchOptions(limit, threshold, Nearness.SUPPOSED);
  }

  /// Checks the ranges.
  public SearchOptions {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit is 1 to 1000");
    }
    if (!(threshold >= 0.0 && threshold <= 1.0)) {
      throw new IllegalArgumentException("a threshold lies in 0..1");
    }
  }
}
