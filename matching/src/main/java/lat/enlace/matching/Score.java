// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching;

import java.util.Locale;

/// How far two entities look like the same one: 0 not at all, 1 in everything compared. Not a
/// probability; only thresholds of the same algorithm give it a meaning.
public record Score(double value) implements Comparable<Score> {
  /// Checks the range.
  public Score {
    if (!(value >= 0.0 && value <= 1.0)) {
      throw new IllegalArgumentException("a score lies in 0..1");
    }
  }

  /// True from {@code threshold} upwards.
  public boolean reaches(double threshold) {
    return value >= threshold;
  }

  /// Four decimals, as the command line and pages print it.
  public String text() {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  @Override
  public int compareTo(Score other) {
    return Double.compare(value, other.value);
  }
}
