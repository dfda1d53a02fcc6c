// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.page;

import java.time.Duration;
import java.time.Instant;

/// A legal clock as people read it: words, and a bar that fills.
///
/// @param words for instance {@code 1 h 10 min left}
/// @param elapsed hundredths of the time gone, 0 to 100
public record Clockface(String words, Tone tone, int elapsed) {
  private static final int FULL = 100;
  private static final int SOON_FROM = 75;

  /// How it burns. The words say it too: colour alone says nothing.
  public enum Tone {
    /// Past its end.
    LATE,
    /// The last quarter.
    SOON,
    /// Time enough.
    FINE,
    /// Nothing is owed.
    STILL;

    /// The name of the style.
    public String css() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static int elapsed(Instant from, Instant due, Instant now) {
    long whole = Duration.between(from, due).toMillis();
    if (whole <= 0) {
      return FULL;
    }
    long gone = Duration.between(from, now).toMillis();
    return Math.clamp(gone * FULL / whole, 0, FULL);
  }

  static Tone tone(Instant due, Instant now, int elapsed) {
    if (now.isAfter(due)) {
      return Tone.LATE;
    }
    return elapsed >= SOON_FROM ? Tone.SOON : Tone.FINE;
  }
}
