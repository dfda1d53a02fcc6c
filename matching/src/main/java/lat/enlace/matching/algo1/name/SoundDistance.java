// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.name;

/// Edit distance between two {@link Sound} strings whose steps cost less the more often clerks
/// confuse the two sounds. Costs stand in the tables below: 1 is a step between unlike letters. The
/// groups are the confusions named by the literature on Hispanic names (b/v, s/z/c, ll/y, silent h,
/// g/j, x/j) and by the romanisation tables of Arabic, Persian and Slavic (kh/h/j, gh/g, q/k/g,
/// dh/d/z, th/t/s, sh/ch, w/v/u, vowels).
final class SoundDistance {
  private static final int UNLIKE = 1000;
  private static final int UNLIKE_VOWELS = 800;
  private static final int VOWEL_LEFT_OUT = 500;
  private static final int VOWEL_LEFT_OUT_BARE = 50;
  private static final int SWAPPED = 600;

  // Words farther apart than this, in thousandths of their length, are unlike whatever the rest
  // says: a likeness below 0.6 counts for nothing (NameComparison).
  private static final int TOO_FAR = 400;

  // Two symbols and the cost in hundredths.
  private static final String CONFUSED =
      "ae25 ei25 ey25 iy10 ou20 ao45 ai75 au75 eo75 aE30 eE20 iE30 yE30 uw15 uv35 hg40"
          + " bv10 wv20 wb40 pb50 fv40 fp60 kc05 qk10 qc15 qg30 qG30 cs45 cg55 kg55 cz50 Xk25 Xq30"
          + " Xh25 Xj15 Xx20 XC50 XG40 Xc35 Gg15 Gh40 sz10 cC50 kC50 CS25 Ss35 CZ40 Zz30 Zj15 ZS50"
          + " SX50 Tt15 Ts30 TD40 Dd15 Dz25 DT40 Tz40 dt50 dz60 mn60 xs35 xk50 xj35 xS35 xz40 xC60"
          + " Hj10 Hg15 Hh30 HX30 HZ30 Hx40 jy35 jh25 jZ15 jg45 jC30 Ll10 Ly10 Lj30 Li25 yj35 lr80"
          + " ji35 Ch60 HC50 sC45 hX25 fT60 cX35";

  private static final int SYMBOLS = 64;

  // Steps in thousandths, by the numbers of two symbols.
  private final short[] cost = new short[SYMBOLS * SYMBOLS];
  // For each symbol the set of those it may stand for at less than the price of an unlike one.
  private final long[] reach = new long[SYMBOLS];

  SoundDistance() {
    for (char a = 0; a < 128; a++) {
      for (char b = 0; b < 128; b++) {
        boolean vowels = Sound.isVowel(a) && Sound.isVowel(b);
        int value = number(a) == number(b) ? 0 : vowels ? UNLIKE_VOWELS : UNLIKE;
        cost[number(a) * SYMBOLS + number(b)] = (short) value;
      }
    }
    for (String entry : CONFUSED.split(" ", -1)) {
      short value = (short) (10 * Integer.parseInt(entry.substring(2)));
      int a = number(entry.charAt(0));
      int b = number(entry.charAt(1));
      cost[a * SYMBOLS + b] = value;
      cost[b * SYMBOLS + a] = value;
    }
    for (int a = 0; a < SYMBOLS; a++) {
      for (int b = 0; b < SYMBOLS; b++) {
        reach[a] |= cost[a * SYMBOLS + b] < UNLIKE ? 1L << b : 0;
      }
    }
  }

  // Small letters, capitals, digits, and one number for all else.
  private static int number(char symbol) {
    if (symbol >= 'a') {
      return symbol <= 'z' ? symbol - 'a' : SYMBOLS - 1;
    }
    boolean capital = symbol >= 'A' && symbol <= 'Z';
    boolean digit = symbol >= '0' && symbol <= '9';
    return capital ? 26 + symbol - 'A' : digit ? 52 + symbol - '0' : SYMBOLS - 1;
  }

  /// Likeness 0..1: one less the distance over the longer length. Words of which one has no vowels
  /// (Arabic and Hebrew letters write none) are compared by their consonants. Below 0.6 the value
  /// is a bound, not exact.
  double likeness(String a, String b) {
    int longer = Math.max(a.length(), b.length());
    if (longer == 0) {
      return 0;
    }
    boolean bare = longer > 2 && (isBare(a) || isBare(b));
    int tooFar = TOO_FAR * longer;
    int far = Math.max(atLeast(a, b, bare), atLeast(b, a, bare));
    if (far <= tooFar) {
      far = distance(a, b, bare, tooFar);
    }
    return Math.max(0, 1 - far / (1000.0 * longer));
  }

  private static boolean isBare(String sound) {
    for (int i = 0; i < sound.length(); i++) {
      if (sound.charAt(i) != 'i' && Sound.isVowel(sound.charAt(i))) {
        return false;
      }
    }
    return sound.length() > 2;
  }

  /// Whether one symbol is met for the other at all.
  boolean confusable(char a, char b) {
    return (reach[number(a)] & (1L << number(b))) != 0;
  }

  // What the symbols of a cost that can stand for nothing in b: a bound that spares most tables.
  private int atLeast(String a, String b, boolean bare) {
    long there = 0;
    for (int i = 0; i < b.length(); i++) {
      there |= 1L << number(b.charAt(i));
    }
    int sum = 0;
    for (int i = 0; i < a.length(); i++) {
      if ((reach[number(a.charAt(i))] & there) == 0) {
        sum += leftOut(a.charAt(i), bare);
      }
    }
    return sum;
  }

  private int distance(String a, String b, boolean bare, int tooFar) {
    int width = b.length() + 1;
    int[] before = new int[width];
    int[] above = new int[width];
    int[] row = new int[width];
    for (int j = 1; j < width; j++) {
      above[j] = above[j - 1] + leftOut(b.charAt(j - 1), bare);
    }
    for (int i = 1; i <= a.length(); i++) {
      char x = a.charAt(i - 1);
      int from = number(x) * SYMBOLS;
      int dropped = leftOut(x, bare);
      row[0] = above[0] + dropped;
      int least = row[0];
      for (int j = 1; j < width; j++) {
        char y = b.charAt(j - 1);
        int step = cost[from + number(y)];
        // Slips rarely hit the first letter, so a contradiction there says more.
        int best = above[j - 1] + (i == 1 && j == 1 ? step * 13 / 10 : step);
        best = Math.min(best, above[j] + dropped);
        best = Math.min(best, row[j - 1] + leftOut(y, bare));
        if (i > 1 && j > 1 && x == b.charAt(j - 2) && y == a.charAt(i - 2)) {
          best = Math.min(best, before[j - 2] + SWAPPED);
        }
        row[j] = best;
        least = Math.min(least, best);
      }
      if (least > tooFar) {
        return least;
      }
      int[] spare = before;
      before = above;
      above = row;
      row = spare;
    }
    return above[b.length()];
  }

  private static int leftOut(char c, boolean bare) {
    return switch (c) {
      case 'a', 'e', 'i', 'o', 'u' -> bare ? VOWEL_LEFT_OUT_BARE : VOWEL_LEFT_OUT;
      case 'E' -> bare ? VOWEL_LEFT_OUT_BARE : 700;
      case 'h' -> 300;
      case 'y', 'w' -> 600;
      default -> UNLIKE;
    };
  }
}
