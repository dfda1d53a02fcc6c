// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.name;

/// Slips of the hand: one letter left out, put in, changed, or two neighbours swapped, whatever
/// they sound like.
public final class Slips {
  // In four letters or fewer one changed letter makes another name as often as a slip.
  private static final int SHORTEST = 5;

  private Slips() {}

  /// Likeness of two words at most one slip apart; 0 for all others.
  static double likeness(String a, String b) {
    int longer = Math.max(a.length(), b.length());
    boolean mayBe = longer >= SHORTEST && !a.isEmpty() && !b.isEmpty();
    return mayBe && a.charAt(0) == b.charAt(0) && isOne(a, b) ? 1 - 1.0 / longer : 0;
  }

  /// Whether two texts are the same or one slip apart.
  public static boolean isOne(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    if (Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int head = 0;
    while (head < shorter && a.charAt(head) == b.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
      tail++;
    }
    int restA = a.length() - head - tail;
    int restB = b.length() - head - tail;
    boolean swapped =
        restA == 2
            && restB == 2
            && a.charAt(head) == b.charAt(head + 1)
            && a.charAt(head + 1) == b.charAt(head);
    return Math.max(restA, restB) <= 1 || swapped;
  }
}
