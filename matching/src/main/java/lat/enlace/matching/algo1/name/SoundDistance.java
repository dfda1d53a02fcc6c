// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.name;

/// Edit distance between two {@link Sound} strings whose steps cost less the more often clerks
/// confuse the two sounds. Costs stand in the tables below: 1 is a step between unlike letters. The
/// groups are the confusions named by the literature on Hispanic names (b/v, s/z/c, ll/y, silent h,
/// g/j, x/j) and by the romanisation tables of Arabic, Persian and Slavic (kh/h/j, gh/g, q/k/g,
/// dh/d/z, th/t/s, sh/ch, w/v/u, vowels).
final class SoundDistance {
  private static final double UNLIKE = 1.0;
  private static final double UNLIKE_VOWELS = 0.8;
  private static final double VOWEL_LEFT_OUT = 0.5;
  private static final double SWAPPED = 0.6;

  // Words farther apart than this share of their length are unlike whatever the rest says.
  private static final double TOO_FAR = 0.45;

  // Two symbols and the cost in hundredths.
  private static final String CONFUSED =
      "ae25 ei25 ey25 iy10 ou20 ao45 ai75 au75 eo75 aE30 eE20 iE30 yE30 uw15 uv35 hg40"
          + " bv10 wv20 wb40 pb50 fv40 fp60 kc05 qk10 qc15 qg30 qG30 cs45 cg55 kg55 cz50 Xk25 Xq30"
          + " Xh25 Xj15 Xx20 XC50 XG40 Xc35 Gg15 Gh40 sz10 cC50 kC50 CS25 Ss35 CZ40 Zz30 Zj15 ZS50"
          + " SX50 Tt15 Ts30 TD40 Dd15 Dz25 DT40 Tz40 dt50 dz60 mn60 xs35 xk50 xj35 xS35 xz40 xC60"
          + " Hj10 Hg15 Hh30 HX30 HZ30 Hx40 jy35 jh25 jZ15 jg45 jC45 Ll10 Ly10 Lj30 Li25 yj35 lr80"
          + " ji35 Ch60 HC50 sC45 hX25 fT60 cX35";

  private final double[][] cost = new double[128][128];

  SoundDistance() {
    for (char a = 0; a < 128; a++) {
      for (char b = 0; b < 128; b++) {
        boolean vowels = Sound.isVowel(a) && Sound.isVowel(b);
        cost[a][b] = a == b ? 0 : vowels ? UNLIKE_VOWELS : UNLIKE;
      }
    }
    for (String entry : CONFUSED.split(" ", -1)) {
      double value = Integer.parseInt(entry.substring(2)) / 100.0;
      cost[entry.charAt(0)][entry.charAt(1)] = value;
      cost[entry.charAt(1)][entry.charAt(0)] = value;
    }
  }

  /// Likeness 0..1: one less the distance over the longer length. Words of which one has no vowels
  /// (Arabic and Hebrew letters write none) are compared by their consonants. Below 0.55 the value
  /// is a bound, not exact.
  double likeness(String a, String b) {
    int longer = Math.max(a.length(), b.length());
    if (longer == 0) {
      return 0;
    }
    boolean bare = longer > 2 && (isBare(a) || isBare(b));
    return Math.max(0, 1 - distance(a, b, bare, TOO_FAR * longer) / longer);
  }

  private static boolean isBare(String sound) {
    for (int i = 0; i < sound.length(); i++) {
      if (sound.charAt(i) != 'i' && Sound.isVowel(sound.charAt(i))) {
        return false;
      }
    }
    return sound.length() > 2;
  }

  private double distance(String a, String b, boolean bare, double tooFar) {
    int width = b.length() + 1;
    double[] before = new double[width];
    double[] above = new double[width];
    double[] row = new double[width];
    for (int j = 1; j < width; j++) {
      above[j] = above[j - 1] + leftOut(b, j - 1, bare);
    }
    for (int i = 1; i <= a.length(); i++) {
      char x = a.charAt(i - 1);
      double dropped = leftOut(a, i - 1, bare);
      row[0] = above[0] + dropped;
      double least = row[0];
      for (int j = 1; j < width; j++) {
        char y = b.charAt(j - 1);
        // Slips rarely hit the first letter, so a contradiction there says more.
        double first = i == 1 && j == 1 ? 1.3 : 1;
        double best = above[j - 1] + first * cost[x & 127][y & 127];
        best = Math.min(best, above[j] + dropped);
        best = Math.min(best, row[j - 1] + leftOut(b, j - 1, bare));
        if (i > 1 && j > 1 && x == b.charAt(j - 2) && y == a.charAt(i - 2)) {
          best = Math.min(best, before[j - 2] + SWAPPED);
        }
        row[j] = best;
        least = Math.min(least, best);
      }
      if (least > tooFar) {
        return least;
      }
      double[] spare = before;
      before = above;
      above = row;
      row = spare;
    }
    return above[b.length()];
  }

  private static double leftOut(String sound, int i, boolean bare) {
    char c = sound.charAt(i);
    if (Sound.isVowel(c)) {
      return bare ? 0.05 : c == 'E' ? 0.7 : VOWEL_LEFT_OUT;
    }
    return switch (c) {
      case 'h' -> 0.3;
      case 'y', 'w' -> 0.6;
      default -> UNLIKE;
    };
  }
}
