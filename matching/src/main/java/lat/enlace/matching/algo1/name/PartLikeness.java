// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.name;

import java.util.Collections;

/// How like two parts of names are, 0..1, before any thought of the whole name.
final class PartLikeness {
  /// The same word.
  static final double SAME = 1.0;

  /// A listed equivalent: nickname, abbreviation, the name in another language. Below SAME because
  /// a few bearers use the two forms as different names.
  static final double EQUIVALENT = 0.93;

  /// With and without the attached article, son-of or servant-of.
  private static final double ARTICLE = 0.97;

  /// The first letters of a word of an organisation or a vessel: Int for International.
  private static final double ABBREVIATED = 0.85;

  /// An initial and a name that begins with it; its low weight says that one in ten fits by chance.
  private static final double INITIAL = 0.95;

  /// Most for two words that differ as a man's name from a woman's: two people, however near.
  private static final double OTHER_GENDER = 0.62;

  /// Most for two common names that sound unlike: Jorge is no slip of Jose.
  private static final double TWO_NAMES = 0.66;

  private final SoundDistance sounds = new SoundDistance();

  double of(Part a, Part b, boolean person) {
    if (a.text().equals(b.text())) {
      return SAME;
    }
    if (a.role() == Part.Role.NUMBER || b.role() == Part.Role.NUMBER) {
      return 0;
    }
    if (a.role() == Part.Role.INITIAL || b.role() == Part.Role.INITIAL) {
      return person && a.text().charAt(0) == b.text().charAt(0) ? INITIAL : 0;
    }
    if (!Collections.disjoint(a.groups(), b.groups())) {
      return EQUIVALENT;
    }
    double likeness = sounds.likeness(a.sound(), b.sound());
    if (likeness < SAME) {
      likeness = Math.max(likeness, Slips.likeness(a.text(), b.text()));
    }
    if (hasArticle(a.text()) != hasArticle(b.text())) {
      likeness = Math.max(likeness, ARTICLE * sounds.likeness(bare(a), bare(b)));
    }
    if (!person && (abbreviates(a.text(), b.text()) || abbreviates(b.text(), a.text()))) {
      likeness = Math.max(likeness, ABBREVIATED);
    }
    return person ? Math.min(likeness, most(a, b, likeness)) : likeness;
  }

  private static double most(Part a, Part b, double likeness) {
    boolean given = isGiven(a) || isGiven(b);
    if (given && (otherGender(a.text(), b.text()) || otherGender(b.text(), a.text()))) {
      return OTHER_GENDER;
    }
    int longer = Math.max(a.sound().length(), b.sound().length());
    boolean unlike = (1 - likeness) * longer > 0.55;
    return a.common() && b.common() && unlike ? TWO_NAMES : 1;
  }

  // Family names end in o or a for both: Lukashenko, Lukashenka.
  private static boolean isGiven(Part part) {
    return part.common() || !part.groups().isEmpty();
  }

  private static boolean hasArticle(String text) {
    return article(text) > 0;
  }

  private static int article(String text) {
    if (text.length() >= 8 && text.startsWith("abdul")) {
      return 5;
    }
    if (text.length() >= 7 && (text.startsWith("ben") || text.startsWith("bin"))) {
      return 3;
    }
    return text.length() >= 6 && (text.startsWith("al") || text.startsWith("el")) ? 2 : 0;
  }

  static String bare(Part part) {
    int article = article(part.text());
    if (article == 0) {
      return part.sound();
    }
    // Bin and al may both be attached: Binalshibh.
    String rest = part.text().substring(article);
    return Sound.of(rest.substring(article(rest)));
  }

  private static boolean abbreviates(String brief, String full) {
    return brief.length() >= 2
        && brief.length() <= 4
        && full.length() >= brief.length() + 2
        && full.startsWith(brief);
  }

  private static boolean otherGender(String woman, String man) {
    if (woman.length() < 4 || !woman.endsWith("a")) {
      return false;
    }
    String stem = woman.substring(0, woman.length() - 1);
    if (man.equals(stem + "o")) {
      return true;
    }
    // Slavic family names take an a for women of the same family name, and lists write either.
    boolean slavic = stem.endsWith("ov") || stem.endsWith("ev") || stem.endsWith("in");
    return man.equals(stem) && !slavic && !Sound.isVowel(man.charAt(man.length() - 1));
  }

  boolean mayBegin(char a, char b) {
    return sounds.confusable(a, b);
  }

  double sound(String a, String b) {
    return sounds.likeness(a, b);
  }
}
