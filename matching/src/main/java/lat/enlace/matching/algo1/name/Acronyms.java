// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.name;

import java.util.List;

/// Acronyms of organisations: by letters (IRGC) and by syllables (Fincimex for Financiera Cimex),
/// as companies of the region form them.
final class Acronyms {
  private static final int SHORTEST = 4;
  private static final int SHORTEST_OWN = 3;
  private static final int SHORTEST_SYLLABIC = 6;
  private static final int LONGEST_SYLLABLE = 12;

  private Acronyms() {}

  /// How many parts of {@code many} from {@code from} on {@code single} stands for; 0 if it does
  /// not.
  static int words(Part single, Name many, int from) {
    if (single.role() != Part.Role.PLAIN) {
      return 0;
    }
    List<Part> parts = many.parts().subList(from, many.parts().size());
    int letters = single.text().length() < SHORTEST ? 0 : byLetters(single.text(), parts);
    return letters > 0 ? letters : bySyllables(single.text(), parts);
  }

  /// Takes off an acronym that a name carries beside the words it stands for.
  static void dropOwn(List<Part> parts) {
    for (int i = parts.size() - 1; i >= 0 && parts.size() > SHORTEST_OWN; i--) {
      String letters = parts.get(i).text();
      for (int from = 0; from + letters.length() <= parts.size(); from++) {
        List<Part> run = parts.subList(from, from + letters.length());
        boolean apart = i < from || i >= from + letters.length();
        if (apart && byLetters(letters, run) > 0) {
          parts.remove(i);
          return;
        }
      }
    }
  }

  private static int byLetters(String letters, List<Part> parts) {
    int length = letters.length();
    if (length < SHORTEST_OWN || length > parts.size()) {
      return 0;
    }
    for (int k = 0; k < length; k++) {
      if (parts.get(k).text().charAt(0) != letters.charAt(k)) {
        return 0;
      }
    }
    return length;
  }

  // The word is made of the beginnings, two letters or more, of at least two words in their order.
  private static int bySyllables(String word, List<Part> parts) {
    if (word.length() < SHORTEST_SYLLABIC) {
      return 0;
    }
    int used = spell(word, 0, parts, 0);
    return used >= 2 ? used : 0;
  }

  private static int spell(String word, int at, List<Part> parts, int next) {
    if (at == word.length()) {
      return next;
    }
    if (next >= parts.size() || next > 4) {
      return 0;
    }
    String part = parts.get(next).text();
    int most = Math.min(LONGEST_SYLLABLE, Math.min(part.length(), word.length() - at));
    for (int length = most; length >= 2; length--) {
      boolean whole = next == 0 && length == part.length();
      if (!whole && word.startsWith(part.substring(0, length), at)) {
        int used = spell(word, at + length, parts, next + 1);
        if (used > 0) {
          return used;
        }
      }
    }
    return 0;
  }
}
